// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials

/// Where the tenant gets the time of day from.
public struct WallClock: Sendable {
    private let read: @Sendable () -> Int64

    /// Creates a clock.
    ///
    /// - Parameter read: Returns seconds since 1970-01-01T00:00:00Z.
    public init(_ read: @escaping @Sendable () -> Int64) {
        self.read = read
    }

    /// The machine's clock.
    public static let system = WallClock { Int64(Date().timeIntervalSince1970) }

    /// Seconds since 1970-01-01T00:00:00Z.
    public var now: Int64 { read() }
}
