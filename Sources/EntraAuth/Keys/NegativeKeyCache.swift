// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// The `kid`s that a fresh key set did not hold, for a minute each and in bounded number.
struct NegativeKeyCache: Sendable {
    private let capacity: Int
    private let lifetime: Duration
    private var expiries: [KeyIdentifier: Duration] = [:]
    /// In order of insertion, which is order of expiry.
    private var order: [KeyIdentifier] = []
    private var head = 0

    init(capacity: Int, lifetime: Duration) {
        self.capacity = capacity
        self.lifetime = lifetime
    }

    func contains(_ id: KeyIdentifier, now: Duration) -> Bool {
        expiries[id].map { now < $0 } ?? false
    }

    mutating func insert(_ id: KeyIdentifier, now: Duration) {
        while head < order.count, expiries.count >= capacity || expiries[order[head]].map({ $0 <= now }) ?? true {
            expiries[order[head]] = nil
            head += 1
        }
        if head > capacity {
            order.removeFirst(head)
            head = 0
        }
        guard capacity > 0, expiries.updateValue(now + lifetime, forKey: id) == nil else { return }
        order.append(id)
    }

    mutating func remove(_ id: KeyIdentifier) {
        expiries[id] = nil
    }
}
