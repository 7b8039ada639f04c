// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FunctionsHost
import Logging
import StrictJSON
import Testing

@Suite("Service Bus", .timeLimit(.minutes(5)))
struct ServiceBusTests {
    private static func trigger(_ more: String) -> String {
        AppFolder.function(#""type":"serviceBusTrigger","direction":"in","name":"msg","connection":"B",\#(more)"#)
    }

    @Test("A message comes with its properties")
    func metadata() async throws {
        let clock = try ManualClock("2024-10-24T10:11:12Z")
        let app = ["b/function.json": Self.trigger(#""queueName":"Orders""#)]
        try await HostUnderTest.withRunning(app, clock: clock) { host async throws in
            try await host.put(
                "hello", into: "servicebus/queues/orders",
                ["messageId": "m-1", "subject": "greeting", "applicationProperties": ["n": 1]])
            let envelope = try await host.firstEnvelope("b")
            #expect(envelope["Data"]?["msg"] == #""hello""#)
            let metadata = try #require(envelope["Metadata"])
            #expect(metadata["MessageId"] == #""m-1""#)
            #expect(metadata["Subject"] == #""greeting""# && metadata["Label"] == #""greeting""#)
            #expect(metadata["DeliveryCount"] == "1")
            #expect(metadata["EnqueuedTimeUtc"] == "2024-10-24T10:11:12")
            #expect(metadata["EnqueuedTime"] == "2024-10-24T10:11:12+00:00")
            #expect(metadata["ApplicationProperties"] == ["n": 1])
            #expect(metadata["CorrelationId"] == nil)
            #expect(host.console.messages.contains { $0.contains("Reason='(null)'") })
        }
    }

    @Test("After ten deliveries in vain a message lies in the dead-letter queue, which another function may read")
    func deadLetter() async throws {
        let app = [
            "b/function.json": Self.trigger(#""queueName":"orders""#),
            "dead/function.json": Self.trigger(#""queueName":"orders/$deadletterqueue""#),
        ]
        try await HostUnderTest.withRunning(
            app, answer: { $0.uri == "/b" ? HTTPMessage(status: 500) : .json("{}") }
        ) { host async throws in
            try await host.put("bad", into: "servicebus/queues/orders")
            let envelope = try await host.firstEnvelope("dead")
            #expect(try host.envelopes("b").count == 10)
            #expect(envelope["Data"]?["msg"] == #""bad""#)
            #expect(envelope["Metadata"]?["DeadLetterSource"] == #""orders""#)
        }
    }

    @Test("A topic gives each message to every subscription, and outputs may publish")
    func topics() async throws {
        let app = [
            "one/function.json": Self.trigger(#""topicName":"news","subscriptionName":"a""#),
            "two/function.json": Self.trigger(#""topicName":"news","subscriptionName":"b""#),
            "f/function.json": AppFolder.http(
                output: #"{"type":"serviceBus","direction":"out","name":"out","topicName":"news","connection":"B"}"#),
        ]
        try await HostUnderTest.withRunning(
            app, answer: { .json($0.uri == "/f" ? #"{"Outputs":{"out":"first!"}}"# : "{}") }
        ) { host async throws in
            _ = try await host.get("/api/f")
            #expect(try await host.firstEnvelope("one")["Data"]?["msg"] == #""first!""#)
            #expect(try await host.firstEnvelope("two")["Data"]?["msg"] == #""first!""#)
        }
    }

    @Test("Many messages at once arrive as one JSON text, with arrays in the metadata")
    func many() async throws {
        let app = [
            "b/function.json": Self.trigger(#""queueName":"orders","cardinality":"many""#),
            "f/function.json": AppFolder.http(
                output: #"{"type":"serviceBus","direction":"out","name":"out","queueName":"orders","connection":"B"}"#),
        ]
        try await HostUnderTest.withRunning(
            app, answer: { .json($0.uri == "/f" ? #"{"Outputs":{"out":[{"a":1},{"a":2}]}}"# : "{}") }
        ) { host async throws in
            _ = try await host.get("/api/f")
            let envelope = try await host.firstEnvelope("b")
            #expect(envelope["Data"]?["msg"] == #"[{"a":1},{"a":2}]"#)
            #expect(envelope["Metadata"]?["DeliveryCountArray"] == "[1,1]")
            #expect(envelope["Metadata"]?["SequenceNumberArray"] == "[1,2]")
        }
    }

    @Test("Many messages of which one is not JSON fail before the handler is called, and dataType string helps")
    func notJSON() async throws {
        let app = [
            "strict/function.json": Self.trigger(#""queueName":"strict","cardinality":"many""#),
            "lenient/function.json": Self.trigger(#""queueName":"lenient","cardinality":"many","dataType":"string""#),
        ]
        try await HostUnderTest.withRunning(app) { host async throws in
            try await host.put("plain", into: "servicebus/queues/strict")
            await host.console.wait(for: "Message could not be consumed after 10 delivery attempts.")
            #expect(try host.envelopes("strict").isEmpty)
            try await host.put("plain", into: "servicebus/queues/lenient")
            #expect(try await host.firstEnvelope("lenient")["Data"]?["msg"] == #"["plain"]"#)
        }
    }

    @Test("Messages of one session come one after another, in order")
    func sessions() async throws {
        let app = ["b/function.json": Self.trigger(#""queueName":"orders","isSessionsEnabled":true"#)]
        try await HostUnderTest.withRunning(app) { host async throws in
            for number in 1...6 {
                try await host.put(
                    "\(number)", into: "servicebus/queues/orders", ["sessionId": .string("s\(number % 2)")])
            }
            await host.handler.wait(for: 6, callsOf: "/b")
            for session in ["s0", "s1"] {
                let texts = try host.envelopes("b").filter { $0["Metadata"]?["SessionId"]?.string == "\"\(session)\"" }
                    .compactMap { $0["Data"]?["msg"]?.string }
                #expect(texts == (session == "s0" ? [#""2""#, #""4""#, #""6""#] : [#""1""#, #""3""#, #""5""#]))
            }
        }
    }
}
