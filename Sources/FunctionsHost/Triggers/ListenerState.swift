// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import Synchronization

/// What the tasks of one listener share.
final class ListenerState: Sendable {
    private let stopping = Mutex(false)
    private let count = Mutex(0)

    /// Whether the host shuts down, so that nothing more is taken.
    var isStopping: Bool { stopping.withLock { $0 } }

    /// How many messages are being processed.
    var running: Int { count.withLock { $0 } }

    func stop() { stopping.withLock { $0 = true } }

    func add(_ number: Int) { count.withLock { $0 += number } }
}
