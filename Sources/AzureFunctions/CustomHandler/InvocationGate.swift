// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import NIOCore
import Synchronization

/// Bounds how many invocations run and how many wait; none runs before the start-up is over.
package final class InvocationGate: Sendable {
    /// What becomes of an invocation.
    package enum Entry: Sendable {
        /// It runs, and calls ``InvocationGate/leave()`` at its end.
        case entered
        /// It is called once.
        case waiting
        /// There is no room, or the app ends.
        case refused
    }

    private struct Waiter {
        let id: ObjectIdentifier
        /// Called with whether the invocation may run; it has entered then.
        let admit: @Sendable (Bool) -> Void
    }

    private struct State {
        var isOpen = false
        var isClosed = false
        var running = 0
        var waiters = CircularBuffer<Waiter>()
    }

    private let maximumRunning: Int
    private let maximumWaiting: Int
    private let state = Mutex(State())

    /// - Parameters:
    ///   - running: How many run at once.
    ///   - waiting: How many more wait.
    package init(running: Int, waiting: Int) {
        maximumRunning = running
        maximumWaiting = waiting
    }

    /// Whether the app ends.
    package var isClosed: Bool { state.withLock { $0.isClosed } }

    /// Takes a place that is free; the way of nearly every invocation, without a closure to allocate.
    package func tryEnter() -> Bool {
        state.withLock { state in
            guard state.isOpen, !state.isClosed, state.running < maximumRunning else { return false }
            state.running += 1
            return true
        }
    }

    /// Asks for a place.
    ///
    /// - Parameters:
    ///   - id: Whose place it is.
    ///   - admit: Called, on any thread, only after `waiting` was returned.
    /// - Returns: What becomes of the invocation.
    package func enter(_ id: ObjectIdentifier, admit: @escaping @Sendable (Bool) -> Void) -> Entry {
        state.withLock { state in
            guard !state.isClosed else { return .refused }
            if state.isOpen, state.running < maximumRunning {
                state.running += 1
                return .entered
            }
            guard state.waiters.count < maximumWaiting else { return .refused }
            state.waiters.append(Waiter(id: id, admit: admit))
            return .waiting
        }
    }

    /// Gives a place back; the longest waiting invocation takes it.
    package func leave() {
        let next = state.withLock { state -> Waiter? in
            if let next = state.waiters.popFirst() { return next }
            state.running -= 1
            return nil
        }
        next?.admit(true)
    }

    /// Gives up waiting.
    ///
    /// - Returns: Whether it was still waiting; otherwise it is admitted already.
    package func withdraw(_ id: ObjectIdentifier) -> Bool {
        state.withLock { state in
            guard let index = state.waiters.firstIndex(where: { $0.id == id }) else { return false }
            state.waiters.remove(at: index)
            return true
        }
    }

    /// The start-up is over: those that waited for it run.
    package func open() {
        let admitted = state.withLock { state -> [Waiter] in
            state.isOpen = true
            var admitted: [Waiter] = []
            while state.running < maximumRunning, let next = state.waiters.popFirst() {
                state.running += 1
                admitted.append(next)
            }
            return admitted
        }
        for waiter in admitted { waiter.admit(true) }
    }

    /// Nobody waits or enters any more; those that run go on.
    package func close() {
        let refused = state.withLock { state -> [Waiter] in
            defer { state.waiters.removeAll() }
            state.isClosed = true
            return Array(state.waiters)
        }
        for waiter in refused { waiter.admit(false) }
    }
}
