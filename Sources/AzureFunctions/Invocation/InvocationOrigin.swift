// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// What stays the same of an invocation, whoever looks at it.
///
/// An object, because a context is handed from function to function.
final class InvocationOrigin: Sendable {
    let invocationID: String
    let functionName: String
    let retry: RetryContext?
    let deadline: ContinuousClock.Instant?
    /// The lines that wait for the result.
    let logs: InvocationLogs?
    /// What guards with a value of this type hand out without a check; only the testing product can set it.
    let standIn: (any Sendable)?
    let envelope: Envelope?
    let headers: HeaderFields
    let trace: TraceContext?

    init(
        invocationID: String, functionName: String, envelope: Envelope? = nil, headers: HeaderFields = .none,
        retry: RetryContext? = nil, trace: TraceContext? = nil, deadline: ContinuousClock.Instant? = nil,
        logs: InvocationLogs? = nil, standIn: (any Sendable)? = nil
    ) {
        self.invocationID = invocationID
        self.functionName = functionName
        self.envelope = envelope
        self.headers = headers
        self.retry = retry ?? envelope?.retry
        self.trace = trace
        self.deadline = deadline
        self.logs = logs
        self.standIn = standIn
    }
}
