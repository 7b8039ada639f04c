// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// One kind of work whose cost is measured.
public struct Cost: Sendable {
    /// Unique among those of an executable; printable ASCII without `"` and `\`.
    public let name: String
    /// What it belongs to.
    public let group: String
    /// How many of what the group is about, where it grows.
    public let size: Int?
    private let body: @Sendable (Int) async throws -> Void

    /// Names a piece of work.
    ///
    /// - Parameters:
    ///   - group: What it belongs to.
    ///   - name: Its own name; nil for group and size.
    ///   - size: How many of what the group is about.
    ///   - body: Does it a number of times, and throws when it does not end as it must.
    public init(
        _ group: String, _ name: String? = nil, size: Int? = nil,
        _ body: @escaping @Sendable (_ count: Int) async throws -> Void
    ) {
        self.group = group
        self.size = size
        self.name = name ?? size.map { "\(group)-\($0)" } ?? group
        self.body = body
    }

    /// Does it a number of times.
    ///
    /// - Parameter count: How many times.
    /// - Throws: What the work throws, so that nothing else is measured.
    public func run(_ count: Int) async throws { try await body(count) }
}
