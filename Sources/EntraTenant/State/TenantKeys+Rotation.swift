// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

extension TenantKeys {
    /// The keys after a rotation; makes one key or two, which takes some tenths of a second.
    ///
    /// - Parameters:
    ///   - rotation: How the key changes.
    ///   - clock: The time from which new certificates are valid.
    /// - Returns: The keys; of more than ``maximumPublished`` published ones the oldest give way.
    /// - Throws: ``TenantStateError`` when a key cannot be made.
    public func rotated(
        _ rotation: KeyRotation = .overlapping, at clock: WallClock = .system
    ) throws(TenantStateError) -> TenantKeys {
        switch rotation.kind {
        case .overlapping:
            let ahead = try SigningKey(generatingAt: clock)
            return TenantKeys(
                current: next, next: ahead, published: (published + [ahead]).suffix(Self.maximumPublished))
        case .immediate:
            return try TenantKeys(generatingAt: clock)
        case .reusingKeyID:
            let key = try SigningKey(generatingAt: clock).named(current.keyID)
            let isCurrent = { (other: SigningKey) in other.keyID.utf8.elementsEqual(key.keyID.utf8) }
            return TenantKeys(current: key, next: next, published: published.map { isCurrent($0) ? key : $0 })
        }
    }

    /// The same keys with one published no more; it may be the one that signs.
    ///
    /// - Parameter keyID: The id of the key.
    /// - Returns: The keys.
    public func withdrawing(_ keyID: String) -> TenantKeys {
        TenantKeys(
            current: current, next: next, published: published.filter { !$0.keyID.utf8.elementsEqual(keyID.utf8) })
    }
}
