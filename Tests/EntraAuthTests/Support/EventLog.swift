// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import EntraAuth
import Synchronization

/// What a key store told.
final class EventLog: Sendable {
    private struct State {
        var events: [KeyStoreEvent] = []
        var watchers: [(count: Int, continuation: CheckedContinuation<Void, Never>)] = []
    }

    private let state = Mutex(State())

    var all: [KeyStoreEvent] { state.withLock { $0.events } }

    func append(_ event: KeyStoreEvent) {
        let awake = state.withLock { state in
            state.events.append(event)
            let count = state.events.count
            defer { state.watchers.removeAll { $0.count <= count } }
            return state.watchers.filter { $0.count <= count }.map(\.continuation)
        }
        for continuation in awake { continuation.resume() }
    }

    /// Returns once this many events were told.
    func count(atLeast count: Int) async {
        await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
            let isThere = state.withLock { state in
                if state.events.count >= count { return true }
                state.watchers.append((count, continuation))
                return false
            }
            if isThere { continuation.resume() }
        }
    }
}
