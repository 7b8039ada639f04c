// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// The keys with which the tenant signs tokens; all of them are published.
public struct TenantKeys: Sendable {
    /// The key that signs.
    public var current: SigningKey
    /// The key that will sign next, published ahead as Entra does (signing-key-rollover.md).
    public var next: SigningKey

    /// Creates a set of keys.
    ///
    /// - Parameters:
    ///   - current: The key that signs.
    ///   - next: The key that will sign next.
    public init(current: SigningKey, next: SigningKey) {
        self.current = current
        self.next = next
    }

    /// Makes two new keys.
    ///
    /// - Parameter clock: The time from which their certificates are valid.
    /// - Throws: ``TenantStateError`` when a key cannot be made.
    public init(generatingAt clock: WallClock = .system) throws(TenantStateError) {
        self.init(current: try SigningKey(generatingAt: clock), next: try SigningKey(generatingAt: clock))
    }

    /// Every key of the published set.
    public var published: [SigningKey] { [current, next] }
}
