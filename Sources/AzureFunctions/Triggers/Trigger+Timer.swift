// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

extension Trigger where Payload == TimerTick {
    /// A schedule.
    ///
    /// - Parameters:
    ///   - schedule: Six-field NCRONTAB such as `0 */5 * * * *`, a time span such as `00:30:00` (dedicated plans only),
    ///     or `%SETTING%`.
    ///   - runsOnStartup: Whether the function also runs whenever the host starts; the host's default is no.
    ///   - usesMonitor: Whether the host persists occurrences; the host's default is yes for schedules of a minute or
    ///     more.
    /// - Returns: The trigger.
    public static func timer(
        _ schedule: String, runsOnStartup: Bool? = nil, usesMonitor: Bool? = nil
    ) -> Trigger {
        Trigger(
            "timerTrigger", "timer",
            ["schedule": schedule, "runOnStartup": runsOnStartup, "useMonitor": usesMonitor],
            problems: [problem(schedule)]
        ) { TimerTick($0) }
    }

    private static func problem(_ schedule: String) -> Problem.Draft? {
        if schedule.count > 2, schedule.hasPrefix("%"), schedule.hasSuffix("%") { return nil }
        do throws(TimerScheduleError) {
            _ = try TimerSchedule(schedule)
            return nil
        } catch {
            return Problem.Draft(.schedule, error.message)
        }
    }
}
