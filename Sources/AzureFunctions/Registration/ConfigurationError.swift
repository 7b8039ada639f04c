// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// Everything that keeps an app from starting, at once.
public struct ConfigurationError: Error, Sendable, CustomStringConvertible {
    /// The problems, those with a place first and in its order.
    public let problems: [Problem]

    init(_ problem: Problem) {
        problems = [problem]
    }

    init(merging first: ConfigurationError, _ second: ConfigurationError) {
        problems = first.problems + second.problems
    }

    init?(_ problems: [Problem]) {
        guard !problems.isEmpty else { return nil }
        self.problems = problems.sorted { left, right in
            switch (left.site, right.site) {
            case (let left?, let right?): (left.fileID, left.line) < (right.fileID, right.line)
            case (let left, let right): left != nil && right == nil
            }
        }
    }

    /// One line a problem.
    public var description: String { problems.map(\.description).joined(separator: "\n") }
}
