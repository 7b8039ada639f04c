// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// How an app runs: where, how much at once, and how it ends.
///
/// ```swift
/// var app = FunctionApp { … }
/// app.options.drainTime = .seconds(10)
/// await app.run()
/// ```
public struct RuntimeOptions: Sendable {
    /// Where functions run that do not say it themselves.
    public var runsOn = Execution.eventLoop
    /// How many invocations run at once; overridden by the setting `Handler__MaximumConcurrentInvocations`.
    public var maximumConcurrentInvocations = 4_096
    /// How many more wait for their turn, or for the end of the start-up.
    ///
    /// Beyond that the answer is 503, which fails an invocation by envelope. Overridden by the setting `Handler__MaximumWaitingInvocations`.
    public var maximumWaitingInvocations = 4_096
    /// The largest body of a plain HTTP request, in bytes; beyond that the answer is 413.
    ///
    /// The host's own limit is the
    /// default; overridden by the host's setting `FUNCTIONS_REQUEST_BODY_SIZE_LIMIT`.
    public var maximumBodySize = 104_857_600
    /// How long running invocations may take to end after SIGTERM, before their tasks are cancelled; overridden by the
    /// setting `Handler__DrainSeconds`.
    public var drainTime = Duration.seconds(25)
    /// How long cancelled invocations may take to answer before their connections are closed.
    public var gracePeriod = Duration.seconds(2)
    /// In development, a function that holds up its event loop for longer gets a warning; nil for none.
    public var blockingThreshold: Duration? = .milliseconds(200)
    package var connection = ConnectionLimits()

    /// Creates the defaults.
    public init() {}
}
