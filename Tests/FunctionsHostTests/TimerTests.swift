// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON
import Testing

@Suite("Timers", .timeLimit(.minutes(5)))
struct TimerTests {
    @Test("A timer fires at its moments and knows the last one")
    func fires() async throws {
        let clock = try ManualClock("2024-10-24T10:04:00Z")
        let app = ["tick/function.json": AppFolder.timer(#""schedule":"0 */5 * * * *""#)]
        try await HostUnderTest.withRunning(app, clock: clock) { host async throws in
            for _ in 0..<2 {
                await clock.waitForSleeper()
                clock.advance(by: 60)
                await host.console.wait(for: "Executed 'Functions.tick' (Succeeded")
                await clock.waitForSleeper()
                clock.advance(by: 240)
            }
            await clock.waitForSleeper()
            let calls = host.handler.calls
            #expect(calls.count == 2)
            let first = try JSONValue(parsing: try #require(calls.first).body)
            #expect(calls.first?.uri == "/tick")
            #expect(first["Data"]?["timer"]?["Schedule"] == ["AdjustForDST": true])
            #expect(first["Data"]?["timer"]?["IsPastDue"] == false)
            #expect(first["Data"]?["timer"]?["ScheduleStatus"]?["Next"] == "2024-10-24T10:05:00+00:00")
            #expect(first["Metadata"]?.object?.names == ["sys"])
            let second = try JSONValue(parsing: try #require(calls.last).body)
            #expect(
                second["Data"]?["timer"]?["ScheduleStatus"] == [
                    "Last": "2024-10-24T10:05:00+00:00", "Next": "2024-10-24T10:10:00+00:00",
                    "LastUpdated": "2024-10-24T10:05:00+00:00",
                ])
            #expect(host.console.messages.contains { $0.contains("Reason='Timer fired at 2024-10-24T10:05:00") })
        }
    }

    @Test(
        "A timer that runs on startup fires at once, and an unmonitored one has no status",
        arguments: [
            (#""schedule":"0 0 0 1 1 *","useMonitor":false"#, true), (#""schedule":"*/10 * * * * *""#, true),
            (#""schedule":"01:00:00""#, false),
        ])
    func runsOnStartup(members: String, hasNoStatus: Bool) async throws {
        let clock = try ManualClock("2024-10-24T10:04:05Z")
        let app = ["tick/function.json": AppFolder.timer(members + #","runOnStartup":true"#)]
        try await HostUnderTest.withRunning(app, clock: clock) { host async throws in
            await host.console.wait(for: "Executed 'Functions.tick' (Succeeded")
            let call = try JSONValue(parsing: try #require(host.handler.calls.first).body)
            let status = try #require(call["Data"]?["timer"]?["ScheduleStatus"])
            #expect(status.isNull == hasNoStatus)
        }
    }
}
