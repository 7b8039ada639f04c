// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// One thing that is measured.
public struct Workload: Sendable {
    /// What it does.
    public let name: String
    /// What it belongs to.
    public let group: String
    /// How many of what the group is about, where it grows.
    public let size: Int?
    private let body: @Sendable (Int) async throws -> Void

    init(
        _ name: String, group: String = "validator", size: Int? = nil,
        _ body: @escaping @Sendable (Int) async throws -> Void
    ) {
        self.name = name
        self.group = group
        self.size = size
        self.body = body
    }

    /// Does it a number of times.
    ///
    /// - Parameter count: How many times.
    /// - Throws: ``UnexpectedOutcome`` when the work does not end as it must, so that nothing else is measured.
    public func run(_ count: Int) async throws { try await body(count) }
}
