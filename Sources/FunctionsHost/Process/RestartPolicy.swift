// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials

/// When to give up on a handler that ends again and again (host contract §3.3).
struct RestartPolicy {
    private static let limit = 3
    private static let window: TimeInterval = 30 * 60

    private var errors: [Date] = []

    /// Counts an error.
    ///
    /// - Returns: Whether the handler may be started again.
    mutating func allowsRestart(afterErrorAt now: Date) -> Bool {
        if let last = errors.last, now.timeIntervalSince(last) > Self.window { errors.removeAll() }
        errors.append(now)
        return errors.count < Self.limit
    }
}
