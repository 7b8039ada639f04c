// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import Synchronization

/// Counts bytes, and how far another counter fell behind.
final class Counter: Sendable {
    private let state = Mutex((value: 0, lag: 0))

    var value: Int { state.withLock { $0.value } }

    var maximumLag: Int { state.withLock { $0.lag } }

    @discardableResult func add(_ count: Int) -> Int {
        state.withLock { state in
            state.value += count
            return state.value
        }
    }

    func noteLag(behind other: Int) { state.withLock { $0.lag = max($0.lag, $0.value - other) } }
}
