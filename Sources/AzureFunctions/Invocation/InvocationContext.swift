// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

public import Logging

/// What a handler knows about the invocation it serves.
public struct InvocationContext: Sendable {
    /// Writes to the host's log, with function and invocation.
    public var logger: Logger
    private let origin: InvocationOrigin

    /// The host's id for this invocation, also the correlation id of error answers.
    public var invocationID: String { origin.invocationID }

    /// The function's name.
    public var functionName: String { origin.functionName }

    /// Which attempt this is, when the function has a retry policy (host contract §9).
    public var retry: RetryContext? { origin.retry }

    /// When the task is cancelled, because the host would soon kill the whole process (`functionTimeout` of host.json);
    /// nil when the host waits for ever.
    ///
    /// The moment lies a tenth of the time-out before its end, but at most five seconds, counted from the arrival of the
    /// invocation.
    public var deadline: ContinuousClock.Instant? { origin.deadline }

    /// What guards with a value of this type hand out without a check; only the testing product can set it.
    var standIn: (any Sendable)? { origin.standIn }

    /// The lines that wait for the result.
    var logs: InvocationLogs? { origin.logs }

    /// The values of the trigger and of the inputs as the host sent them, by binding name; empty for plain HTTP.
    public var data: BindingValues { origin.envelope?.data ?? BindingValues(nil) }

    /// What the host knows about the trigger's event, such as `DequeueCount` of a queue message (host contract §7);
    /// empty for plain HTTP.
    public var metadata: BindingValues { origin.envelope?.metadata ?? BindingValues(nil) }

    /// Where the invocation belongs in a distributed trace: as the host says, else as the client of an HTTP function
    /// says; nil when neither does.
    public var trace: TraceContext? {
        if let trace = origin.trace { return trace }
        if let parent = origin.headers.first(name: "traceparent") {
            return TraceContext(parent: parent, state: origin.headers.first(name: "tracestate"))
        }
        return origin.envelope?.clientField("traceparent").map { parent in
            TraceContext(parent: parent, state: origin.envelope?.clientField("tracestate"))
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
        self.logger = logger
        origin = InvocationOrigin(
            invocationID: invocationID, functionName: functionName, retry: retry, trace: trace, deadline: deadline)
    }

    init(_ origin: InvocationOrigin, _ logger: Logger) {
        self.origin = origin
        self.logger = logger
    }
}
