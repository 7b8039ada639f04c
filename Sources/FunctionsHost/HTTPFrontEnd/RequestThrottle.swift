// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import Synchronization

/// `maxOutstandingRequests` and `maxConcurrentRequests` of host.json: how many requests may be under way, and how many
/// of these run (host contract §1.5, §6.1).
final class RequestThrottle: Sendable {
    private struct State {
        var outstanding = 0
        var running = 0
        var nextID = 0
        var waiting: [(id: Int, continuation: CheckedContinuation<Bool, Never>)] = []
    }

    private let maximumOutstanding: Int?
    private let maximumConcurrent: Int?
    private let state = Mutex(State())

    /// - Parameters:
    ///   - maximumOutstanding: Nil means unlimited; never taken for less than the other.
    ///   - maximumConcurrent: Nil means unlimited.
    init(maximumOutstanding: Int?, maximumConcurrent: Int?) {
        self.maximumOutstanding = maximumOutstanding.map { max($0, maximumConcurrent ?? 0) }
        self.maximumConcurrent = maximumConcurrent
    }

    /// A place that is held as long as somebody holds this value.
    final class Place: Sendable {
        private let throttle: RequestThrottle

        fileprivate init(_ throttle: RequestThrottle) {
            self.throttle = throttle
        }

        deinit { throttle.leave() }
    }

    /// Takes a place, waiting for one that may run.
    ///
    /// - Returns: The place; nil when there is none, also when the caller goes away while it waits.
    func place() async -> Place? { await enter() ? Place(self) : nil }

    private enum Entry { case refused, entered, waits(id: Int) }

    private func enter() async -> Bool {
        let entry: Entry = state.withLock { state in
            if let maximumOutstanding, state.outstanding >= maximumOutstanding { return .refused }
            state.outstanding += 1
            if let maximumConcurrent, state.running >= maximumConcurrent {
                state.nextID += 1
                return .waits(id: state.nextID)
            }
            state.running += 1
            return .entered
        }
        switch entry {
        case .refused: return false
        case .entered: return true
        case .waits(let id):
            let hasEntered = await wait(id)
            if !hasEntered { state.withLock { $0.outstanding -= 1 } }
            return hasEntered
        }
    }

    private func wait(_ id: Int) async -> Bool {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let result: Bool? = state.withLock { state in
                    if Task.isCancelled { return false }
                    // A place may have become free in between.
                    if let maximumConcurrent, state.running >= maximumConcurrent {
                        state.waiting.append((id, continuation))
                        return nil
                    }
                    state.running += 1
                    return true
                }
                if let result { continuation.resume(returning: result) }
            }
        } onCancel: {
            let waiter = state.withLock { state in
                state.waiting.firstIndex { $0.id == id }.map { state.waiting.remove(at: $0).continuation }
            }
            waiter?.resume(returning: false)
        }
    }

    /// Gives a place back, to whoever has waited longest.
    private func leave() {
        let next: CheckedContinuation<Bool, Never>? = state.withLock { state in
            state.outstanding -= 1
            if !state.waiting.isEmpty { return state.waiting.removeFirst().continuation }
            state.running -= 1
            return nil
        }
        next?.resume(returning: true)
    }
}
