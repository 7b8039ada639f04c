// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// Everything that keeps an app from starting, at once.
public struct ConfigurationError: Error, Sendable, CustomStringConvertible {
    /// The problems, those with a place first and in its order.
    public let problems: [Problem]

    init(_ problem: Problem) {
        problems = [problem]
    }

    init?(_ problems: [Problem]) {
        guard !problems.isEmpty else { return nil }
        self.problems = Self.sorted(problems)
    }

    /// Those with a place first, in its order; the same problems always come in the same order.
    private static func sorted(_ problems: [Problem]) -> [Problem] {
        let key = { (problem: Problem) in
            (problem.site == nil ? 1 : 0, problem.site?.fileID ?? "", problem.site?.line ?? 0, problem.message)
        }
        return problems.sorted { key($0) < key($1) }
    }

    /// One line a problem.
    public var description: String { problems.map(\.description).joined(separator: "\n") }
}
