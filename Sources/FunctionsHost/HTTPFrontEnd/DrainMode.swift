// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import Synchronization

/// Whether the host has been told to take no further triggers (host contract §6.3).
final class DrainMode: Sendable {
    private let state = Mutex(false)
    private let onChange: @Sendable (Bool) -> Void

    init(onChange: @escaping @Sendable (Bool) -> Void) {
        self.onChange = onChange
    }

    var isDraining: Bool { state.withLock { $0 } }

    /// Stops the triggers, or lets them fire again; requests are answered either way.
    func set(_ drains: Bool) {
        let changes = state.withLock { state in
            defer { state = drains }
            return state != drains
        }
        if changes { onChange(drains) }
    }
}
