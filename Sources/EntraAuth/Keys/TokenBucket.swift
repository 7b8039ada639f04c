// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// Allows a burst, then a steady rate; what counts is attempts, so an outage cannot turn into a flood.
struct TokenBucket: Sendable {
    private let capacity: Double = 3
    private let refill: Duration
    private let minimumInterval: Duration
    private var tokens: Double = 3
    private var updated: Duration
    private var lastTake: Duration?

    init(refill: Duration, minimumInterval: Duration, now: Duration) {
        self.refill = refill
        self.minimumInterval = minimumInterval
        updated = now
    }

    mutating func take(now: Duration) -> Bool {
        tokens = min(capacity, tokens + (now - updated) / refill)
        updated = now
        if let lastTake, now - lastTake < minimumInterval { return false }
        guard tokens >= 1 else { return false }
        tokens -= 1
        lastTake = now
        return true
    }
}
