// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import EntraTenant
import Synchronization

/// A time of day that a test moves.
final class TestClock: Sendable {
    private let seconds: Mutex<Int64>

    init(_ start: Int64 = 1_800_000_000) {
        seconds = Mutex(start)
    }

    var clock: WallClock { WallClock { self.seconds.withLock { $0 } } }

    func advance(by amount: Int64) { seconds.withLock { $0 += amount } }
}
