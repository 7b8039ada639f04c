// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions
import AzureFunctionsTesting
import FoundationEssentials
import HTTPTypes
import NIOHTTP1
import StrictJSON
import Testing

@Suite struct `Timers` {
    private func tick(_ data: String, metadata: String = "{}") async throws -> (TimerTick, InvocationContext) {
        let ticks = Probe<(TimerTick, InvocationContext)>()
        let app = FunctionApp {
            TimerFunction("tick", schedule: "0 0 * * * *") { tick, context in
                ticks.record((tick, context))
            }
        }
        let response = try await Door(app).invoke("tick", #"{"Data":{"timer":\#(data)},"Metadata":\#(metadata)}"#)
        #expect(response.status == .ok)
        return try #require(ticks.last)
    }

    @Test func `A firing arrives with both dates and its lateness`() async throws {
        let ticks = Probe<TimerTick>()
        let app = FunctionApp { TimerFunction("tick", schedule: "0 0 * * * *") { tick, _ in ticks.record(tick) } }
        _ = try await Door(app).invoke("tick", EnvelopeSamples.timer)
        let tick = try #require(ticks.last)
        #expect(tick.isPastDue)
        #expect(tick.last == Date(timeIntervalSince1970: 1_729_764_000))
        #expect(tick.next == Date(timeIntervalSince1970: 1_729_764_300))
    }

    @Test(arguments: [
        ("2024-10-24T10:00:00+00:00", 1_729_764_000), ("2024-10-24T12:00:00+02:00", 1_729_764_000),
        ("2024-10-24T04:30:00-05:30", 1_729_764_000), ("2024-10-24T10:00:00Z", 1_729_764_000),
        ("2024-10-24T10:00:00", 1_729_764_000), ("2024-10-24T10:00:00.5Z", 1_729_764_000.5),
        ("2024-10-24T10:00:00.1250000Z", 1_729_764_000.125), ("2024-10-24T10:00:00.250", 1_729_764_000.25),
        ("2024-10-24T12:00:00.5000000+02:00", 1_729_764_000.5),
    ])
    func `Every form in which the host writes a date is read`(text: String, seconds: Double) async throws {
        let (tick, _) = try await tick(#"{"ScheduleStatus":{"Last":"\#(text)","Next":null},"IsPastDue":false}"#)
        let last = try #require(tick.last)
        #expect(abs(last.timeIntervalSince1970 - seconds) < 0.001)
        #expect(tick.next == nil)
        #expect(!tick.isPastDue)
    }

    @Test(arguments: ["", "x", "2024", "2024-13-40T99:99:99Z", "2024-10-24T10:00:00+", "2024-10-24 10:00:00 Uhr"])
    func `A date that is none is absent`(text: String) async throws {
        let (tick, _) = try await tick(#"{"ScheduleStatus":{"Last":"\#(text)"}}"#)
        #expect(tick.last == nil)
    }

    @Test(arguments: ["null", "{}", "[]", "\"x\"", #"{"ScheduleStatus":null,"IsPastDue":"true"}"#])
    func `A timer without monitor has no dates`(data: String) async throws {
        let (tick, _) = try await tick(data)
        #expect(tick == TimerTick())
    }

    @Test func `The context names function and invocation`() async throws {
        let (_, context) = try await tick("{}")
        #expect(context.functionName == "tick")
        #expect(context.invocationID == Door.invocationID)
        #expect(context.retry == nil)
    }

    @Test func `The retry context tells which attempt this is`() async throws {
        let metadata =
            #"{"RetryContext":{"RetryCount":1,"MaxRetryCount":-1,"Exception":{"Message":"m"},"Instance":null,"State":{}}}"#
        let (_, context) = try await tick("{}", metadata: metadata)
        #expect(context.retry == RetryContext(count: 1, maximum: -1))
    }

    @Test(arguments: [
        #"{"RetryContext":null}"#, #"{"RetryContext":{}}"#, #"{"RetryContext":{"RetryCount":"1","MaxRetryCount":2}}"#,
        #"{"RetryContext":{"RetryCount":1.5,"MaxRetryCount":2}}"#,
    ])
    func `A retry context of another shape is none`(metadata: String) async throws {
        let (_, context) = try await tick("{}", metadata: metadata)
        #expect(context.retry == nil)
    }

    @Test func `The test client fires timers as the host does`() async throws {
        let seen = Probe<(TimerTick, RetryContext?)>()
        let app = FunctionApp {
            TimerFunction("tick", schedule: "0 0 * * * *") { tick, context in
                seen.record((tick, context.retry))
            }
        }
        let sent = TimerTick(
            isPastDue: true, last: Date(timeIntervalSince1970: 1_000), next: Date(timeIntervalSince1970: 2_000))
        try await app.test { client in
            try await client.invoke("TICK", timer: sent, retry: RetryContext(count: 0, maximum: 3))
            await #expect(throws: InvocationFailure.self) { try await client.invoke("nosuch") }
        }
        #expect(seen.last?.0 == sent)
        #expect(seen.last?.1 == RetryContext(count: 0, maximum: 3))
    }
}
