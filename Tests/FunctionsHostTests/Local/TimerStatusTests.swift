// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FunctionsHost
import Logging
import StrictJSON
import Testing

@Suite("Timers across starts", .timeLimit(.minutes(5)))
struct TimerStatusTests {
    /// Runs hosts one after another on one app folder, each from a moment on.
    private func run(
        _ schedule: String, then second: String? = nil, at moments: [String], expecting calls: [Int]
    ) async throws -> (console: RecordingConsole, handler: ScriptedHandler) {
        let folder = try AppFolder(["host.json": AppFolder.hostJSON, "t/function.json": AppFolder.timer(schedule)])
        defer { folder.remove() }
        let handler = ScriptedHandler { _ in .json("{}") }
        let console = RecordingConsole()
        try await handler.withPort { port in
            for (index, moment) in moments.enumerated() {
                if index > 0, let second { try folder.write(AppFolder.timer(second), to: "t/function.json") }
                let clock = try ManualClock(moment)
                var options = HostOptions(appRoot: folder.path, environment: [:], console: console)
                options.port = 0
                options.clock = clock
                options.handler = .attached(port: port)
                try await HostUnderTest.run(options) { _ in
                    // The timer waits for its next moment once it has done what was due.
                    await clock.waitForSleeper()
                }
                #expect(handler.calls.count == calls[index])
            }
        }
        return (console, handler)
    }

    @Test("A moment that was missed while no host ran is made up for, once, and said to be past due")
    func pastDue() async throws {
        let (console, handler) = try await run(
            #""schedule":"0 0 * * * *""#, at: ["2024-10-24T10:30:00Z", "2024-10-24T14:30:00Z", "2024-10-24T14:40:00Z"],
            expecting: [0, 1, 1])
        let call = try JSONValue(parsing: try #require(handler.calls.first).body)
        #expect(call["Data"]?["timer"]?["IsPastDue"] == true)
        #expect(call["Data"]?["timer"]?["ScheduleStatus"]?["Next"] == "2024-10-24T11:00:00+00:00")
        #expect(
            console.messages.contains(
                "Trigger Details: UnscheduledInvocationReason: IsPastDue, OriginalSchedule: 2024-10-24T11:00:00+00:00"))
        #expect(console.messages.contains("Function 't' is past due on startup. Executing now."))
    }

    @Test(
        "Nothing is made up for without a monitor, or when the schedule has changed",
        arguments: [
            (#""schedule":"0 0 * * * *","useMonitor":false"#, nil), (#""schedule":"*/5 * * * * *""#, nil),
            (#""schedule":"0 0 * * * *""#, #""schedule":"0 15 3 * * *""#),
        ])
    func notPastDue(schedule: String, then second: String?) async throws {
        _ = try await run(
            schedule, then: second, at: ["2024-10-24T10:30:00Z", "2024-10-24T14:30:00Z"], expecting: [0, 0])
    }

    @Test("Running on startup is said to be the reason")
    func onStartup() async throws {
        let (console, _) = try await run(
            #""schedule":"0 0 * * * *","runOnStartup":true"#, at: ["2024-10-24T10:30:00Z"], expecting: [1])
        #expect(console.messages.contains("Trigger Details: UnscheduledInvocationReason: RunOnStartup"))
    }
}
