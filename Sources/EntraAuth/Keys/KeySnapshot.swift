// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// The keys at one moment, immutable: what readers take, without waiting for anybody.
final class KeySnapshot: Sendable {
    struct Entry: Sendable {
        let key: SigningKey
        /// On the uptime clock.
        var firstSeen: Duration
        var lastSeen: Duration
        var missCount = 0
    }

    let entries: [KeyIdentifier: Entry]
    /// Changes whenever a key comes, goes or changes.
    let generation: UInt64

    init(entries: [KeyIdentifier: Entry] = [:], generation: UInt64 = 0) {
        self.entries = entries
        self.generation = generation
    }

    /// A key that was seen recently enough to be believed even through an outage.
    func key(_ id: KeyIdentifier, now: Duration, maximumOutage: Duration) -> SigningKey? {
        guard let entry = entries[id], now - entry.lastSeen < maximumOutage else { return nil }
        return entry.key
    }
}
