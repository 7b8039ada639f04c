// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
import Logging
import NIOHTTP1
import StrictJSON
import Synchronization
import Testing

@testable import FunctionsHost

@Suite("Retries", .timeLimit(.minutes(5)))
struct RetryTests {
    private static let hostJSON =
        #"{"version":"2.0","retry":{"strategy":"fixedDelay","maxRetryCount":2,"delayInterval":"00:00:10"},"#
        + #""customHandler":{"description":{"defaultExecutablePath":"handler"}}}"#

    /// Fails as often as told, then answers with the retry context that it was given.
    private static func failing(_ times: Int) -> @Sendable (HTTPMessage) -> HTTPMessage {
        let left = Atomic(times)
        return { request in
            if left.subtract(1, ordering: .relaxed).oldValue > 0 { return HTTPMessage(status: 500) }
            let envelope = try? JSONValue(parsing: request.body)
            let context = envelope?["Metadata"]?["RetryContext"] ?? .null
            let text =
                "Retry Count:\(context["RetryCount"]?.int64 ?? -1) Max Retry Count:\(context["MaxRetryCount"]?.int64 ?? -1)"
            return .json(#"{"Outputs":{"res":{"body":"\#(text)"}}}"#)
        }
    }

    @Test("A policy of host.json repeats a failed function, each time with an id of its own")
    func rootPolicy() async throws {
        let clock = try ManualClock("2024-10-24T10:00:00Z")
        let app = ["host.json": Self.hostJSON, "f/function.json": AppFolder.http()]
        try await HostUnderTest.withRunning(app, clock: clock, answer: Self.failing(2)) { host async throws in
            async let answer = host.get("/api/f")
            for _ in 0..<2 {
                await clock.waitForSleeper()
                clock.advance(by: 10)
            }
            #expect(try await answer.text == "Retry Count:2 Max Retry Count:2")
            let ids = Set(host.handler.calls.compactMap { $0.headers.first(name: "X-Azure-Functions-InvocationId") })
            #expect(ids.count == 3)
            let contexts = try host.handler.calls.map { try JSONValue(parsing: $0.body)["Metadata"]?["RetryContext"] }
            #expect(
                contexts.first == [
                    "RetryCount": 0, "MaxRetryCount": 2, "Exception": nil, "Instance": nil, "State": [:],
                ])
            #expect(
                contexts.last??["Exception"]?["Message"]?.string?.contains("does not indicate success: 500") == true)
            #expect(
                host.console.messages(at: .debug).filter { $0.hasPrefix("Waiting for `") } == [
                    "Waiting for `00:00:10` before retrying function execution. Next attempt: '1'. Max retry count: '2'.",
                    "Waiting for `00:00:10` before retrying function execution. Next attempt: '2'. Max retry count: '2'.",
                ])
        }
    }

    @Test("A function's own policy wins, and when it is used up the client gets 500 and the log says so")
    func usedUp() async throws {
        let clock = try ManualClock("2024-10-24T10:00:00Z")
        let function =
            #"{"retry":{"strategy":"fixedDelay","maxRetryCount":1,"delayInterval":"00:00:00"},"bindings":["#
            + #"{"type":"httpTrigger","direction":"in","name":"req","authLevel":"anonymous"},{"type":"http","direction":"out","name":"res"}]}"#
        let app = ["host.json": Self.hostJSON, "f/function.json": function]
        try await HostUnderTest.withRunning(app, clock: clock, answer: Self.failing(9)) { host async throws in
            #expect(try await host.get("/api/f").status == 500)
            #expect(host.handler.calls.count == 2)
            #expect(host.console.messages(at: .error).contains("Function execution failed after '1' retries."))
        }
    }

    @Test("Without a policy nothing is repeated and there is no retry context")
    func none() async throws {
        try await HostUnderTest.withRunning(["f/function.json": AppFolder.http()], answer: Self.failing(1)) {
            host async throws in
            #expect(try await host.get("/api/f").status == 500)
            #expect(host.handler.calls.count == 1)
            let call = try JSONValue(parsing: try #require(host.handler.calls.first).body)
            #expect(call["Metadata"]?["RetryContext"] == nil)
        }
    }

    @Test("Back-off doubles within its bounds, whatever the count")
    func backoff() throws {
        let members = [
            "strategy": "exponentialBackoff", "maxRetryCount": "-1", "minimumInterval": "00:00:04",
            "maximumInterval": "00:15:00",
        ]
        let policy = try RetryPolicy { members[$0] }
        #expect(policy.maximumCount == nil)
        #expect([1, 2, 3, 4].map { policy.delay(before: $0, spread: 1) } == [4, 8, 16, 32].map(Duration.seconds))
        #expect(policy.delay(before: 1, spread: 0.8) == .seconds(4))
        #expect(policy.delay(before: 2, spread: 1.25) == .seconds(10))
        #expect(policy.delay(before: .max, spread: 1.2) == .seconds(900))
    }

    @Test(
        "A policy that says nothing sensible is refused by the member that is wrong",
        arguments: [
            (#"{"strategy":"often","maxRetryCount":1}"#, #""strategy" of "retry" must be"#),
            (#"{"strategy":"fixedDelay","delayInterval":"00:00:01"}"#, #""maxRetryCount" of "retry" must be"#),
            (#"{"strategy":"fixedDelay","maxRetryCount":1}"#, #""delayInterval" of "retry" must be"#),
            (
                #"{"strategy":"exponentialBackoff","maxRetryCount":1,"minimumInterval":"00:01:00","maximumInterval":"00:00:01"}"#,
                #""minimumInterval" of "retry" must not be above"#
            ),
        ])
    func invalid(json: String, message: String) throws {
        let function = #"{"retry":\#(json),"bindings":[{"type":"httpTrigger","name":"req"}]}"#
        let folder = try AppFolder(["host.json": AppFolder.hostJSON, "f/function.json": function])
        defer { folder.remove() }
        let host = try FunctionsHost(
            options: HostOptions(appRoot: folder.path, environment: [:], console: RecordingConsole()))
        #expect(host.functions.isEmpty)
        #expect(host.errors.first?.contains(message) == true)
    }
}
