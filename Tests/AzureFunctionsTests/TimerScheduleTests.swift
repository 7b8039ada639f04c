// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions
import FoundationEssentials
import Testing

@Suite("Timer schedules")
struct TimerScheduleTests {
    static let rows: [(schedule: String, after: String, next: String)] = [
        ("0 */5 * * * *", "2024-10-24T10:11:12Z", "2024-10-24T10:15:00Z"),
        ("0 */5 * * * *", "2024-10-24T10:15:00Z", "2024-10-24T10:20:00Z"),
        ("*/10 * * * * *", "2024-10-24T10:11:52Z", "2024-10-24T10:12:00Z"),
        ("30 9 * * *", "2024-10-24T10:00:00Z", "2024-10-25T09:30:00Z"),
        ("0 30 9 * * *", "2024-12-31T10:00:00Z", "2025-01-01T09:30:00Z"),
        ("0 0 0 29 2 *", "2024-03-01T00:00:00Z", "2028-02-29T00:00:00Z"),
        ("0 0 12 * JAN-MAR MON", "2024-10-24T00:00:00Z", "2025-01-06T12:00:00Z"),
        ("0 0 12 * * Sun,Tuesday", "2024-10-24T00:00:00Z", "2024-10-27T12:00:00Z"),
        ("0 5/20 8-10/2 1,15 * *", "2024-10-24T00:00:00Z", "2024-11-01T08:05:00Z"),
        ("0 0 0 13 * 5", "2024-10-24T00:00:00Z", "2024-12-13T00:00:00Z"),
        ("00:05:00", "2024-10-24T10:11:12Z", "2024-10-24T10:16:12Z"),
        ("1.02:00:00", "2024-10-24T10:11:12Z", "2024-10-25T12:11:12Z"),
    ]

    @Test("The next firing is the first that fits after a moment", arguments: rows)
    func next(schedule: String, after: String, next: String) throws {
        let schedule = try TimerSchedule(schedule)
        let after = try Date(after, strategy: .iso8601)
        #expect(schedule.next(after: after)?.formatted(.iso8601) == next)
    }

    @Test("A fraction of a second does not skip a firing")
    func fraction() throws {
        let after = try Date("2024-10-24T10:14:59Z", strategy: .iso8601).addingTimeInterval(0.75)
        #expect(try TimerSchedule("0 */5 * * * *").next(after: after)?.formatted(.iso8601) == "2024-10-24T10:15:00Z")
    }

    @Test(
        "What is no schedule is an error",
        arguments: [
            "", "soon", "* * *", "60 * * * * *", "0 0 24 * * *", "0 0 0 0 * *", "0 0 0 * 13 *", "0 0 0 * * 7",
            "*/0 * * * * *",
            "0 1- * * * *", "0 , * * * *", "0 0 0 31 2 *", "00:00:00", "-00:05:00", "00:60:00", "0 0 0 * FOO *",
            "1 2 3 4 5 6 7",
        ])
    func invalid(schedule: String) {
        #expect(throws: TimerScheduleError.self) { try TimerSchedule(schedule) }
    }

    @Test(
        "Schedules that fire within a minute are known",
        arguments: [
            ("*/10 * * * * *", true), ("0,30 0 0 1 1 *", true), ("0 * * * * *", false), ("00:00:59", true),
            ("00:01:00", false),
        ])
    func frequency(schedule: String, isFrequent: Bool) throws {
        #expect(try TimerSchedule(schedule).firesMoreThanOncePerMinute == isFrequent)
    }
}
