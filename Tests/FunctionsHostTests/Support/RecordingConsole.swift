// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FunctionsHost
import Logging
import Synchronization

/// Keeps log lines, and lets a test wait for one.
final class RecordingConsole: HostConsole {
    private struct State {
        var entries: [HostLogEntry] = []
        var waiters: [(text: String, continuation: CheckedContinuation<Void, Never>)] = []
    }

    private let state = Mutex(State())

    var messages: [String] { state.withLock { $0.entries.map(\.message) } }

    func messages(at level: Logger.Level) -> [String] {
        state.withLock { $0.entries.filter { $0.level == level }.map(\.message) }
    }

    func messages(in category: String) -> [String] {
        state.withLock { $0.entries.filter { $0.category == category }.map(\.message) }
    }

    func log(_ entry: HostLogEntry) {
        let ready = state.withLock { state in
            state.entries.append(entry)
            let ready = state.waiters.filter { entry.message.contains($0.text) }
            state.waiters.removeAll { entry.message.contains($0.text) }
            return ready
        }
        for waiter in ready { waiter.continuation.resume() }
    }

    /// Waits for a line that contains a text; the test's time limit bounds the wait.
    func wait(for text: String) async {
        await withCheckedContinuation { continuation in
            let isThere = state.withLock { state in
                if state.entries.contains(where: { $0.message.contains(text) }) { return true }
                state.waiters.append((text, continuation))
                return false
            }
            if isThere { continuation.resume() }
        }
    }
}
