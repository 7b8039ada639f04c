// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import Synchronization

/// Where invocations wait for the handler (host contract §3.2); no more than 10,000.
final class ReadinessGate: Sendable {
    private static let maximumWaiters = 10_000

    private struct State {
        var isOpen = false
        var hasFailed = false
        var nextID = 0
        var waiters: [Int: CheckedContinuation<Bool, Never>] = [:]
    }

    private let timeout: Duration
    private let state = Mutex(State())

    init(timeout: Duration) {
        self.timeout = timeout
    }

    func open() { resumeAll(true) { $0.isOpen = true } }

    func close() { state.withLock { $0.isOpen = false } }

    /// Nobody waits any more: the host ends.
    func fail() { resumeAll(false) { $0.hasFailed = true } }

    /// Waits until the gate opens.
    ///
    /// - Returns: Whether it opened; nil when it stayed closed for too long.
    func wait() async -> Bool? {
        if state.withLock({ $0.isOpen }) { return true }
        return await withTaskGroup(of: Bool?.self) { group in
            group.addTask { await self.enter() }
            group.addTask {
                // A caller that went away is no sign of a slow handler.
                do { try await Task.sleep(for: self.timeout) } catch { return false }
                return nil
            }
            defer { group.cancelAll() }
            return await group.next() ?? nil
        }
    }

    private func enter() async -> Bool {
        let id = state.withLock { state in
            state.nextID += 1
            return state.nextID
        }
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let result: Bool? = state.withLock { state in
                    if state.isOpen { return true }
                    if state.hasFailed || Task.isCancelled || state.waiters.count >= Self.maximumWaiters {
                        return false
                    }
                    state.waiters[id] = continuation
                    return nil
                }
                if let result { continuation.resume(returning: result) }
            }
        } onCancel: {
            state.withLock { $0.waiters.removeValue(forKey: id) }?.resume(returning: false)
        }
    }

    private func resumeAll(_ value: Bool, _ change: (inout sending State) -> Void) {
        let waiters = state.withLock { state in
            change(&state)
            defer { state.waiters = [:] }
            return state.waiters
        }
        for waiter in waiters.values { waiter.resume(returning: value) }
    }
}
