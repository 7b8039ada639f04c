// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import Synchronization

/// Whether the host has been told to take no further triggers (host contract §6.3).
final class DrainMode: Sendable {
    private let state = Mutex(false)
    private let onDrain: @Sendable () -> Void

    init(onDrain: @escaping @Sendable () -> Void) {
        self.onDrain = onDrain
    }

    var isDraining: Bool { state.withLock { $0 } }

    /// Stops the triggers; requests are still answered.
    func begin() {
        let isFirst = state.withLock { state in
            defer { state = true }
            return !state
        }
        if isFirst { onDrain() }
    }
}
