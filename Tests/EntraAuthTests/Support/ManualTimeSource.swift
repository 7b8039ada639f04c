// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import EntraAuth
import Synchronization

/// Clocks that a test moves; sleepers wake when the uptime reaches their hour.
final class ManualTimeSource: TimeSource {
    private struct Sleeper {
        let hour: Duration
        let continuation: CheckedContinuation<Void, any Error>
    }

    private struct State {
        var unixTime: Int64
        var unixTimeReads = 0
        var uptime: Duration = .seconds(1_000_000)
        var sleepers: [Int: Sleeper] = [:]
        var nextID = 0
        var watchers: [(count: Int, continuation: CheckedContinuation<Void, Never>)] = []

        mutating func watchersToWake() -> [CheckedContinuation<Void, Never>] {
            let awake = watchers.filter { $0.count <= sleepers.count }.map(\.continuation)
            watchers.removeAll { $0.count <= sleepers.count }
            return awake
        }
    }

    private let state: Mutex<State>

    init(unixTime: Int64 = Cast.now) {
        state = Mutex(State(unixTime: unixTime))
    }

    func unixTime() -> Int64 {
        state.withLock { state in
            state.unixTimeReads += 1
            return state.unixTime
        }
    }

    var unixTimeReads: Int { state.withLock { $0.unixTimeReads } }

    func uptime() -> Duration { state.withLock { $0.uptime } }

    func sleep(for duration: Duration) async throws {
        let id = state.withLock { state in
            state.nextID += 1
            return state.nextID
        }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let (isOver, watchers) = state.withLock { state in
                    if duration <= .zero || Task.isCancelled { return (true, [CheckedContinuation<Void, Never>]()) }
                    state.sleepers[id] = Sleeper(hour: state.uptime + duration, continuation: continuation)
                    return (false, state.watchersToWake())
                }
                if isOver {
                    if Task.isCancelled {
                        continuation.resume(throwing: CancellationError())
                    } else {
                        continuation.resume()
                    }
                }
                for watcher in watchers { watcher.resume() }
            }
        } onCancel: {
            let sleeper = state.withLock { $0.sleepers.removeValue(forKey: id) }
            sleeper?.continuation.resume(throwing: CancellationError())
        }
    }

    /// Moves both clocks.
    func advance(by seconds: Int64) { advance(by: .seconds(seconds)) }

    /// Moves both clocks, the wall clock by whole seconds.
    func advance(by duration: Duration) {
        let awake = state.withLock { state in
            state.uptime += duration
            state.unixTime += duration.components.seconds
            let due = state.sleepers.filter { $0.value.hour <= state.uptime }
            for id in due.keys { state.sleepers[id] = nil }
            return due.values.map(\.continuation)
        }
        for continuation in awake { continuation.resume() }
    }

    /// Moves the wall clock only, as an operator or a time server does.
    func setWallClock(by seconds: Int64) { state.withLock { $0.unixTime += seconds } }

    /// Returns once this many tasks sleep.
    func sleepers(atLeast count: Int) async {
        await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
            let isThere = state.withLock { state in
                if state.sleepers.count >= count { return true }
                state.watchers.append((count, continuation))
                return false
            }
            if isThere { continuation.resume() }
        }
    }
}
