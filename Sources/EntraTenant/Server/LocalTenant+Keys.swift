// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// Key rotation on a running tenant.
extension LocalTenant {
    /// The keys of the moment.
    public var keys: TenantKeys { core.keys }

    /// Changes the signing key; what is signed and fetched from now on follows it.
    ///
    /// A state on disk keeps the new keys. Of two rotations at once, each starts from what the other left or from the
    /// same keys; rotate one after the other.
    ///
    /// - Parameter rotation: How the key changes.
    /// - Returns: The new keys.
    /// - Throws: ``TenantStateError`` when a key cannot be made or written; nothing changes then.
    @discardableResult
    public func rotateKeys(_ rotation: KeyRotation = .overlapping) throws(TenantStateError) -> TenantKeys {
        let keys = try core.keys.rotated(rotation, at: core.clock)
        try publish(keys: keys)
        return keys
    }

    /// Replaces the keys by others: any set, also without the key that signs, also with one id twice.
    ///
    /// - Parameter keys: The keys; a state on disk keeps them.
    /// - Throws: ``TenantStateError`` when there are more than ``TenantKeys/maximumPublished`` or they cannot be written;
    ///   nothing changes then.
    public func publish(keys: TenantKeys) throws(TenantStateError) {
        guard keys.published.count <= TenantKeys.maximumPublished else {
            throw TenantStateError(
                .tooManyKeys, "\(keys.published.count) keys; publish at most \(TenantKeys.maximumPublished)")
        }
        try core.replaceKeys(with: keys) { keys throws(TenantStateError) in try state.save(keys) }
    }

    /// Publishes a key no more; it may be the one that signs.
    ///
    /// - Parameter keyID: The id of the key.
    /// - Throws: ``TenantStateError`` when the keys cannot be written; nothing changes then.
    public func withdrawKey(_ keyID: String) throws(TenantStateError) {
        try publish(keys: core.keys.withdrawing(keyID))
    }
}
