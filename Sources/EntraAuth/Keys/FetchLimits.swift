// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// The bounds of one fetch (`spec §5.4`).
public struct FetchLimits: Sendable, Hashable {
    /// From the first byte of the connection to the last byte of the body.
    public var deadline: Duration
    /// The body, in bytes; reading stops beyond.
    public var bodySize: Int

    /// Creates bounds.
    ///
    /// - Parameters:
    ///   - deadline: From connecting to the last byte.
    ///   - bodySize: The body, in bytes.
    public init(deadline: Duration, bodySize: Int) {
        self.deadline = deadline
        self.bodySize = bodySize
    }

    /// 5 s and 64 KiB.
    public static let metadata = FetchLimits(deadline: .seconds(5), bodySize: 64 << 10)
    /// 5 s and 2 MiB.
    public static let keySet = FetchLimits(deadline: .seconds(5), bodySize: 2 << 20)
}
