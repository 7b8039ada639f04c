// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// A function that runs on a schedule.
public struct TimerFunction: BlueprintItem {
    /// What the handler looks like.
    public typealias Handler = @Sendable (TimerTick, InvocationContext) async throws -> Void

    private let name: String
    private let schedule: String
    private let runsOnStartup: Bool?
    private let usesMonitor: Bool?
    private let handler: Handler
    private let site: DeclarationSite

    /// Declares a timer.
    ///
    /// - Parameters:
    ///   - name: Letters, digits, `-` and `_`; unique in the app, ignoring case.
    ///   - schedule: Six-field NCRONTAB such as `0 */5 * * * *`, a time span such as `00:30:00` (dedicated plans only),
    ///     or `%SETTING%`.
    ///   - runsOnStartup: Whether it also runs whenever the host starts; the host's default is no.
    ///   - usesMonitor: Whether the host persists occurrences; the host's default is yes for schedules of a minute or
    ///     more.
    ///   - fileID: The place, for messages.
    ///   - line: The place, for messages.
    ///   - handler: Does the work. What it throws makes the invocation fail, so that the host retries by its policy; the
    ///     error's text goes to the log only.
    public init(
        _ name: String, schedule: String, runsOnStartup: Bool? = nil, usesMonitor: Bool? = nil,
        fileID: StaticString = #fileID, line: UInt = #line, handler: @escaping Handler
    ) {
        self.name = name
        self.schedule = schedule
        self.runsOnStartup = runsOnStartup
        self.usesMonitor = usesMonitor
        self.handler = handler
        site = DeclarationSite(fileID: fileID, line: line)
    }

    /// Adds this function.
    ///
    /// - Parameters:
    ///   - registration: Where functions and problems are collected.
    ///   - inherited: What the surrounding blueprints say.
    public func register(in registration: inout Registration, inheriting inherited: Inheritance) {
        let name = inherited.namePrefix + name
        if let problem = scheduleProblem {
            registration.report(Problem(.schedule, "\(name): \(problem)", at: site))
        }
        var trigger: JSONObject = ["schedule": .string(schedule)]
        trigger["runOnStartup"] = runsOnStartup.map(JSONValue.bool)
        trigger["useMonitor"] = usesMonitor.map(JSONValue.bool)
        let handler = handler
        registration.add(
            FunctionDefinition(
                name: name, bindings: [Binding(type: "timerTrigger", name: "timer", direction: .in, fields: trigger)],
                site: site,
                work: .event { envelope, context in
                    try await handler(TimerTick(envelope.data("timer")), context)
                    return InvocationResult()
                }))
    }

    private var scheduleProblem: String? {
        if schedule.count > 2, schedule.hasPrefix("%"), schedule.hasSuffix("%") { return nil }
        do throws(TimerScheduleError) {
            _ = try TimerSchedule(schedule)
            return nil
        } catch {
            return error.message
        }
    }
}
