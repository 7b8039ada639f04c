// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
import Logging

extension Invoker {
    /// The frame around every invocation: its log lines, and its repetitions.
    ///
    /// - Parameters:
    ///   - function: The function.
    ///   - reason: Why it is invoked.
    ///   - details: The text after `Trigger Details:` in the log.
    ///   - work: One try.
    /// - Returns: What the work returned, nil when the last try failed.
    func invocation<Result: Sendable>(
        of function: FunctionMetadata, reason: String, details: String? = nil,
        _ work: (InvocationTry) async throws(InvocationFailure) -> Result
    ) async -> Result? {
        let policy = function.retry ?? configuration.retry
        var count = 0
        var failure: InvocationFailure?
        activity.begin()
        defer { activity.end() }
        while true {
            let attempt = InvocationTry(
                id: GUID.random(),
                retry: policy.map { RetryState(count: count, maximumCount: $0.maximumCount, failure: failure) })
            do throws(InvocationFailure) {
                return try await once(function, attempt, reason: reason, details: details, work)
            } catch {
                failure = error
                count += 1
                guard let policy, !error.isFinal, await pause(function, policy, before: count) else { return nil }
            }
        }
    }

    private func once<Result: Sendable>(
        _ function: FunctionMetadata, _ attempt: InvocationTry, reason: String, details: String?,
        _ work: (InvocationTry) async throws(InvocationFailure) -> Result
    ) async throws(InvocationFailure) -> Result {
        let running = begin(function, attempt, reason: reason, details: details)
        do throws(InvocationFailure) {
            try await waitUntilReady()
            let result = try await work(attempt)
            running.succeeded()
            return result
        } catch {
            running.failed(error.message)
            throw error
        }
    }

    /// Logs the beginning of a try.
    func begin(
        _ function: FunctionMetadata, _ attempt: InvocationTry, reason: String, details: String?
    ) -> RunningInvocation {
        let name = function.name
        log.journal.begin(
            JournalRecord(
                id: attempt.id, function: name, trigger: function.triggerBinding.type, reason: reason, start: clock.now)
        )
        log.function(
            name, .info, "Executing 'Functions.\(name)' (Reason='\(reason)', Id=\(attempt.id))", id: attempt.id)
        if let details { log.function(name, .info, "Trigger Details: \(details)", id: attempt.id) }
        return RunningInvocation(function: function, id: attempt.id, log: log)
    }

    /// Waits before a repetition.
    ///
    /// - Returns: Whether there is one (host contract §9).
    private func pause(_ function: FunctionMetadata, _ policy: RetryPolicy, before count: Int) async -> Bool {
        if let maximum = policy.maximumCount, count > maximum {
            log.function(function.name, .error, "Function execution failed after '\(maximum)' retries.")
            return false
        }
        let delay = policy.delay(before: count, spread: Double.random(in: 0.8...1.2))
        log.function(
            function.name, .debug,
            "Waiting for `\(TimeSpan.format(delay))` before retrying function execution. Next attempt: '\(count)'. "
                + "Max retry count: '\(policy.maximumCount ?? -1)'.")
        do {
            try await clock.sleep(until: clock.now.addingTimeInterval(delay / .seconds(1)))
            return true
        } catch {
            return false
        }
    }
}
