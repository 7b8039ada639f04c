// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import Synchronization

/// Counts requests in progress for `maxOutstandingRequests` (host contract §6.1).
final class RequestLimit: Sendable {
    private let maximum: Int?
    private let count = Mutex(0)

    init(_ maximum: Int?) {
        self.maximum = maximum
    }

    /// Takes a place.
    ///
    /// - Returns: Whether there was one.
    func enter() -> Bool {
        count.withLock { count in
            if let maximum, count >= maximum { return false }
            count += 1
            return true
        }
    }

    func leave() { count.withLock { $0 -= 1 } }
}
