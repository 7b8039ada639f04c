// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FunctionsHost
import Logging
import StrictJSON
import Testing

@Suite("Storage queues", .timeLimit(.minutes(5)))
struct QueueTests {
    private static let app = ["q/function.json": AppFolder.function(AppFolder.queueTrigger("orders"))]

    @Test("A message becomes exactly the contract's example Q1, and is gone afterwards")
    func exampleQ1() async throws {
        let clock = try ManualClock("2024-10-24T10:11:12Z")
        try await HostUnderTest.withRunning(Self.app, clock: clock) { host async throws in
            try await host.put(#"{"id":5,"when":"2024-10-24T10:11:12Z","list":[1]}"#, into: "queues/orders")
            let envelope = try await host.firstEnvelope("q")
            #expect(
                envelope["Data"]?["msg"]
                    == #""{\"id\":5,\"when\":\"2024-10-24T10:11:12Z\",\"list\":[1]}""#)
            let metadata = try #require(envelope["Metadata"]?.object)
            #expect(metadata["DequeueCount"] == "1")
            #expect(metadata["InsertionTime"] == "2024-10-24T10:11:12+00:00")
            #expect(metadata["ExpirationTime"] == "2024-10-31T10:11:12+00:00")
            // The payload's own "id" wins over the message's, since names have no case.
            #expect(metadata["Id"] == #""5""#)
            #expect(metadata["when"] == #""10/24/2024 10:11:12""#)
            #expect(metadata["PopReceipt"]?.string?.hasPrefix("\"") == true)
            #expect(metadata["list"] == nil && metadata["QueueTrigger"] == nil)
            #expect(metadata["sys"]?["MethodName"] == "q")
            #expect(host.console.messages.contains { $0.contains("Reason='New queue message detected on 'orders'.'") })
            #expect(
                host.console.messages.contains {
                    $0.hasPrefix("Trigger Details: MessageId: ")
                        && $0.hasSuffix("DequeueCount: 1, InsertionTime: 2024-10-24T10:11:12+00:00")
                })
            #expect(try await host.texts(in: "queues/orders").isEmpty)
        }
    }

    @Test("A message that fails comes five times, then lies in the poison queue")
    func poison() async throws {
        try await HostUnderTest.withRunning(Self.app, answer: { _ in HTTPMessage(status: 500) }) {
            host async throws in
            try await host.put("bad", into: "queues/orders")
            await host.console.wait(for: "Moving message to queue 'orders-poison'.")
            let counts = try host.envelopes("q").compactMap { $0["Metadata"]?["DequeueCount"]?.string }
            #expect(counts == ["1", "2", "3", "4", "5"])
            #expect(try await host.texts(in: "queues/orders").isEmpty)
            #expect(try await host.texts(in: "queues/orders-poison") == ["bad"])
        }
    }

    @Test("A failed message stays invisible for the time that host.json says, and maxDequeueCount counts")
    func visibility() async throws {
        let clock = try ManualClock("2024-10-24T10:00:00Z")
        let host = AppFolder.hostJSON(extensions: #""queues":{"visibilityTimeout":"00:00:30","maxDequeueCount":2}"#)
        try await HostUnderTest.withRunning(
            Self.app.merging(["host.json": host]) { $1 }, clock: clock, answer: { _ in HTTPMessage(status: 500) }
        ) { host async throws in
            try await host.put("bad", into: "queues/orders")
            await host.console.wait(for: "is given back after delivery 1.")
            let waiting = try await host.data("queues/orders")["messages"]?.array?.first
            #expect(waiting?["visibleAt"] == "2024-10-24T10:00:30.000Z")
            #expect(waiting?["isVisible"] == false)
            #expect(try host.envelopes("q").count == 1)
            await clock.waitForSleeper()
            clock.advance(by: 31)
            await host.console.wait(for: "Message has reached MaxDequeueCount of 2.")
            #expect(try host.envelopes("q").count == 2)
        }
    }

    @Test("The output of one function triggers the next, in the host's formatting")
    func chain() async throws {
        let app = [
            "first/function.json": AppFolder.function(
                AppFolder.queueTrigger("orders"), AppFolder.queueOutput("{customer}-bills")),
            "second/function.json": AppFolder.function(AppFolder.queueTrigger("ada-bills")),
        ]
        try await HostUnderTest.withRunning(
            app,
            answer: { call in
                .json(call.uri == "/first" ? #"{"Outputs":{"out":[{"total":7},"plain text!"]}}"# : "{}")
            }
        ) { host async throws in
            try await host.put(#"{"customer":"Ada"}"#, into: "queues/orders")
            _ = try await host.firstEnvelope("second")
            await host.handler.wait(for: 2, callsOf: "/second")
            let values = try host.envelopes("second").compactMap { $0["Data"]?["msg"]?.string }.sorted()
            #expect(values == [#""plain text!""#, #""{\n  \"total\": 7\n}""#])
        }
    }

    @Test(
        "What a queue gets follows the host's rules",
        arguments: [
            (#""hello!""#, ["hello!"]), (#""aGk=""#, ["hi"]), (#""[\"test\",2,true]""#, ["test", "2", "True"]),
            (#""{\"a\":1}""#, ["{\n  \"a\": 1\n}"]), ("null", []), (#"[null,"x"]"#, ["x"]), ("1.5", ["1.5"]),
        ])
    func values(output: String, expected: [String]) async throws {
        let app = ["f/function.json": AppFolder.http(output: "{\(AppFolder.queueOutput("results"))}")]
        try await HostUnderTest.withRunning(app, answer: { _ in .json(#"{"Outputs":{"out":\#(output)}}"#) }) {
            host async throws in
            _ = try await host.get("/api/f")
            #expect(try await host.texts(in: "queues/results") == expected)
        }
    }

    @Test("An output that cannot be written fails the invocation and leaves nothing behind")
    func failedOutput() async throws {
        let app = [
            "f/function.json": AppFolder.http(
                output: "{\(AppFolder.queueOutput("results"))},{\(AppFolder.queueOutput("{missing}", name: "other"))},"
                    + #"{"type":"http","direction":"out","name":"res"}"#)
        ]
        try await HostUnderTest.withRunning(
            app, answer: { _ in .json(#"{"Outputs":{"out":"a!","other":"b!","res":{"body":"ok"}}}"#) }
        ) { host async throws in
            #expect(try await host.get("/api/f").status == 500)
            await host.console.wait(for: "No value for named parameter 'missing'.")
            #expect(try await host.texts(in: "queues/results").isEmpty)
        }
    }

    @Test("A message above 64 KiB in base64 is refused")
    func tooLarge() async throws {
        let app = ["f/function.json": AppFolder.http(output: "{\(AppFolder.queueOutput("results"))}")]
        let text = String(repeating: "é", count: 49_153 / 2 + 1)
        try await HostUnderTest.withRunning(app, answer: { _ in .json(#"{"Outputs":{"out":"\#(text)"}}"#) }) {
            host async throws in
            #expect(try await host.get("/api/f").status == 500)
            await host.console.wait(for: "the limit is 65536")
        }
    }

    @Test("A return value goes to the binding $return, and its base64 is named as a quirk")
    func returnValue() async throws {
        let app = [
            "q/function.json": AppFolder.function(
                AppFolder.queueTrigger("orders"), AppFolder.queueOutput("results", name: "$return"))
        ]
        try await HostUnderTest.withRunning(app, answer: { _ in .json(#"{"ReturnValue":"test"}"#) }) {
            host async throws in
            try await host.put("go", into: "queues/orders")
            await host.console.wait(for: "Executed 'Functions.q' (Succeeded")
            let message = try await host.data("queues/results")["messages"]?.array?.first
            #expect(message?["base64"] == "test")
            #expect(host.console.messages.contains { $0.hasPrefix("[base64-decoded]") })
        }
    }

    @Test("Settings stand in for %NAME%; a missing one puts the function in error")
    func settings() async throws {
        let app = [
            "good/function.json": AppFolder.function(AppFolder.queueTrigger("%QUEUE%")),
            "bad/function.json": AppFolder.function(AppFolder.queueTrigger("%NOWHERE%")),
            "ugly/function.json": AppFolder.function(AppFolder.queueTrigger("a b")),
        ]
        try await HostUnderTest.withRunning(app, environment: ["QUEUE": "Orders"]) { host async throws in
            try await host.put("x", into: "queues/orders")
            _ = try await host.firstEnvelope("good")
            let errors = host.console.messages(at: .error)
            #expect(
                errors.contains {
                    $0.hasPrefix("The 'bad' function is in error: '%NOWHERE%' does not resolve to a value.")
                })
            #expect(errors.contains { $0.hasPrefix("The 'ugly' function is in error: 'a b' is no name of a queue") })
        }
    }

    @Test("The handler that was never reached costs a message nothing")
    func unreachable() async throws {
        let folder = try AppFolder(["host.json": AppFolder.hostJSON].merging(Self.app) { $1 })
        defer { folder.remove() }
        let clock = try ManualClock("2024-10-24T10:00:00Z")
        let handler = ScriptedHandler { _ in .json("{}") }
        let console = RecordingConsole()
        let port = try await handler.withPort { port in
            var options = HostOptions(appRoot: folder.path, environment: [:], console: console)
            options.port = 0
            options.clock = clock
            options.handler = .attached(port: port)
            return options
        }
        // The handler is gone before the host comes: the message waits until there is one.
        _ = port
        try await HostUnderTest.run(port) { publicPort in
            let host = HostUnderTest(port: publicPort, console: console, handler: handler)
            try await host.put("x", into: "queues/orders")
            let message = try await host.data("queues/orders")["messages"]?.array?.first
            #expect(message?["dequeueCount"] == 0)
        }
    }
}
