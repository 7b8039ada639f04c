// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
import FunctionsHost
import Synchronization

/// A clock that a test moves.
final class ManualClock: HostClock {
    private struct State {
        var now: Date
        var nextID = 0
        var sleepers: [Int: (until: Date, continuation: CheckedContinuation<Bool, Never>)] = [:]
        var watchers: [CheckedContinuation<Void, Never>] = []
    }

    private let state: Mutex<State>

    init(_ text: String) throws {
        state = Mutex(State(now: try Date(text, strategy: .iso8601)))
    }

    var now: Date { state.withLock { $0.now } }

    func sleep(until date: Date) async throws {
        let id = state.withLock { state in
            state.nextID += 1
            return state.nextID
        }
        let isDue = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let watchers: [CheckedContinuation<Void, Never>]? = state.withLock { state in
                    guard date > state.now, !Task.isCancelled else { return nil }
                    state.sleepers[id] = (date, continuation)
                    defer { state.watchers = [] }
                    return state.watchers
                }
                if let watchers {
                    for watcher in watchers { watcher.resume() }
                } else {
                    continuation.resume(returning: !Task.isCancelled)
                }
            }
        } onCancel: {
            state.withLock { $0.sleepers.removeValue(forKey: id) }?.continuation.resume(returning: false)
        }
        if !isDue { throw CancellationError() }
    }

    /// Waits until somebody sleeps.
    func waitForSleeper() async {
        await withCheckedContinuation { continuation in
            let isThere = state.withLock { state in
                if !state.sleepers.isEmpty { return true }
                state.watchers.append(continuation)
                return false
            }
            if isThere { continuation.resume() }
        }
    }

    /// Moves on, and wakes who is due.
    func advance(by seconds: Double) {
        let due = state.withLock { state in
            state.now += seconds
            let due = state.sleepers.filter { $0.value.until <= state.now }
            for id in due.keys { state.sleepers[id] = nil }
            return due.values.map(\.continuation)
        }
        for continuation in due { continuation.resume(returning: true) }
    }
}
