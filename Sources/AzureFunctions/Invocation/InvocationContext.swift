// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

public import Logging

/// What a handler knows about the invocation it serves.
public struct InvocationContext: Sendable {
    /// The host's id for this invocation, also the correlation id of error answers.
    public let invocationID: String
    /// The function's name.
    public let functionName: String
    /// Writes to the host's log, with function and invocation.
    public var logger: Logger
    /// Which attempt this is, when the function has a retry policy (host contract §9).
    public let retry: RetryContext?
    /// When the task is cancelled, because the host would soon kill the whole process (`functionTimeout` of host.json);
    /// nil when the host waits for ever.
    ///
    /// The moment lies a tenth of the time-out before its end, but at most five seconds, counted from the arrival of the
    /// invocation.
    public internal(set) var deadline: ContinuousClock.Instant?

    /// What guards with a value of this type hand out without a check; only the testing product can set it.
    var standIn: (any Sendable)?
    /// The lines that wait for the result.
    var logs: InvocationLogs?
    private let envelope: Envelope?
    private let headers: HeaderFields
    private let givenTrace: TraceContext?

    /// The values of the trigger and of the inputs as the host sent them, by binding name; empty for plain HTTP.
    public var data: BindingValues { envelope?.data ?? BindingValues(nil) }

    /// What the host knows about the trigger's event, such as `DequeueCount` of a queue message (host contract §7);
    /// empty for plain HTTP.
    public var metadata: BindingValues { envelope?.metadata ?? BindingValues(nil) }

    /// Where the invocation belongs in a distributed trace: as the host says, else as the client of an HTTP function
    /// says; nil when neither does.
    public var trace: TraceContext? {
        if let givenTrace { return givenTrace }
        if let parent = headers.first(name: "traceparent") {
            return TraceContext(parent: parent, state: headers.first(name: "tracestate"))
        }
        return envelope?.clientField("traceparent").map { parent in
            TraceContext(parent: parent, state: envelope?.clientField("tracestate"))
        }
    }

    /// Creates a context, for tests.
    ///
    /// - Parameters:
    ///   - invocationID: The id of the invocation.
    ///   - functionName: The function's name.
    ///   - logger: Where the handler logs.
    ///   - retry: Which attempt this is.
    ///   - trace: Where the invocation belongs in a trace.
    ///   - deadline: When the task would be cancelled.
    public init(
        invocationID: String, functionName: String, logger: Logger, retry: RetryContext? = nil,
        trace: TraceContext? = nil, deadline: ContinuousClock.Instant? = nil
    ) {
        self.invocationID = invocationID
        self.functionName = functionName
        self.logger = logger
        self.retry = retry
        self.deadline = deadline
        envelope = nil
        headers = .none
        givenTrace = trace
    }

    init(
        _ invocationID: String, _ functionName: String, _ logger: Logger, _ envelope: Envelope?,
        _ headers: HeaderFields
    ) {
        self.invocationID = invocationID
        self.functionName = functionName
        self.logger = logger
        self.envelope = envelope
        self.headers = headers
        retry = envelope?.retry
        givenTrace = nil
    }
}
