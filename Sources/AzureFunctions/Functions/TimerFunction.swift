// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// A function that runs on a schedule.
public struct TimerFunction: BlueprintItem {
    /// What the handler looks like.
    public typealias Handler = @Sendable (TimerTick, InvocationContext) async throws -> Void

    private let function: Function

    /// Declares a timer.
    ///
    /// - Parameters:
    ///   - name: Letters, digits, `-` and `_`; unique in the app, ignoring case.
    ///   - schedule: Six-field NCRONTAB such as `0 */5 * * * *`, a time span such as `00:30:00` (dedicated plans only),
    ///     or `%SETTING%`.
    ///   - runsOnStartup: Whether it also runs whenever the host starts; the host's default is no.
    ///   - usesMonitor: Whether the host persists occurrences; the host's default is yes for schedules of a minute or
    ///     more.
    ///   - retry: How the host tries again when the handler throws; not at all, or as host.json says, when nil.
    ///   - fileID: The place, for messages.
    ///   - line: The place, for messages.
    ///   - handler: Does the work. What it throws makes the invocation fail, so that the host retries by its policy; the
    ///     error's text goes to the log only.
    public init(
        _ name: String, schedule: String, runsOnStartup: Bool? = nil, usesMonitor: Bool? = nil,
        retry: RetryPolicy? = nil, fileID: StaticString = #fileID, line: UInt = #line, handler: @escaping Handler
    ) {
        function = Function(
            name, on: .timer(schedule, runsOnStartup: runsOnStartup, usesMonitor: usesMonitor), retry: retry,
            fileID: fileID, line: line, handler: handler)
    }

    /// Adds this function.
    ///
    /// - Parameters:
    ///   - registration: Where functions and problems are collected.
    ///   - inherited: What the surrounding blueprints say.
    public func register(in registration: inout Registration, inheriting inherited: Inheritance) {
        function.register(in: &registration, inheriting: inherited)
    }
}
