// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import Synchronization

extension Invoker {
    /// Runs a function that is not triggered by HTTP, and writes its outputs.
    ///
    /// - Parameters:
    ///   - function: The function.
    ///   - input: What triggered it.
    ///   - acknowledge: Written together with the outputs when the function succeeds.
    /// - Returns: What became of it, after the last try.
    func trigger(
        _ function: FunctionMetadata, _ input: TriggerInput, acknowledge: Acknowledgement? = nil
    ) async -> TriggerOutcome {
        let hasRun = Mutex(false)
        let result = await invocation(of: function, reason: input.reason, details: input.details) {
            attempt throws(InvocationFailure) in
            do throws(InvocationFailure) {
                if let failure = input.failure { throw failure }
                return try await perform(
                    function, attempt, data: input.data, metadata: { _ in input.metadata }, acknowledge: acknowledge)
            } catch {
                if !error.isUndelivered { hasRun.withLock { $0 = true } }
                throw error
            }
        }
        if let result { return .succeeded(result) }
        return hasRun.withLock { $0 } ? .failed : .undelivered
    }
}
