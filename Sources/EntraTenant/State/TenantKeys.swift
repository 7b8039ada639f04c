// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// The keys with which the tenant signs tokens, and those that it publishes.
public struct TenantKeys: Sendable {
    /// How many keys a tenant publishes at most.
    public static let maximumPublished = 32

    /// The key that signs.
    public let current: SigningKey
    /// The key that will sign next, published ahead as Entra does (signing-key-rollover.md).
    public let next: SigningKey
    /// The published set, in order; it need not hold the key that signs.
    public let published: [SigningKey]

    /// Creates a set of keys.
    ///
    /// - Parameters:
    ///   - current: The key that signs.
    ///   - next: The key that will sign next.
    ///   - published: The published set; nil for the two.
    public init(current: SigningKey, next: SigningKey, published: [SigningKey]? = nil) {
        self.current = current
        self.next = next
        self.published = published ?? [current, next]
    }

    /// Makes two new keys.
    ///
    /// - Parameter clock: The time from which their certificates are valid.
    /// - Throws: ``TenantStateError`` when a key cannot be made.
    public init(generatingAt clock: WallClock = .system) throws(TenantStateError) {
        self.init(current: try SigningKey(generatingAt: clock), next: try SigningKey(generatingAt: clock))
    }
}
