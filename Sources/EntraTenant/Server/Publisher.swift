// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import Synchronization

/// A value that many may wait for and that comes once.
final class Publisher<Value: Sendable>: Sendable {
    private enum State {
        case waiting([Int: CheckedContinuation<Value, any Error>], next: Int)
        case done(Result<Value, any Error>)
    }

    private let state = Mutex<State>(.waiting([:], next: 0))

    /// Hands the result to all who wait and will wait; the first result stays.
    func finish(_ result: Result<Value, any Error>) {
        let waiting = state.withLock { state -> [CheckedContinuation<Value, any Error>] in
            guard case .waiting(let continuations, _) = state else { return [] }
            state = .done(result)
            return Array(continuations.values)
        }
        for continuation in waiting { continuation.resume(with: result) }
    }

    /// The failure, when it has come to that.
    var failure: (any Error)? {
        state.withLock { state in
            if case .done(.failure(let error)) = state { error } else { nil }
        }
    }

    /// Waits for the value, or for the cancellation of the waiting task.
    func value() async throws -> Value {
        let identifier = state.withLock { state -> Int in
            guard case .waiting(let continuations, let next) = state else { return 0 }
            state = .waiting(continuations, next: next + 1)
            return next
        }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let result = state.withLock { state -> Result<Value, any Error>? in
                    switch state {
                    case .done(let result): return result
                    case .waiting(var continuations, let next):
                        if Task.isCancelled { return .failure(CancellationError()) }
                        continuations[identifier] = continuation
                        state = .waiting(continuations, next: next)
                        return nil
                    }
                }
                if let result { continuation.resume(with: result) }
            }
        } onCancel: {
            let continuation = state.withLock { state -> CheckedContinuation<Value, any Error>? in
                guard case .waiting(var continuations, let next) = state else { return nil }
                let continuation = continuations.removeValue(forKey: identifier)
                state = .waiting(continuations, next: next)
                return continuation
            }
            continuation?.resume(throwing: CancellationError())
        }
    }
}
