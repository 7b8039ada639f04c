// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FunctionsHost
import Logging
import NIOHTTP1
import StrictJSON
import Testing

@Suite("Event streams and Event Grid", .timeLimit(.minutes(5)))
struct EventTests {
    private static func hub(_ more: String = "") -> String {
        AppFolder.function(
            #""type":"eventHubTrigger","direction":"in","name":"events","eventHubName":"tele","connection":"H"\#(more)"#
        )
    }

    @Test("Many events become the contract's example E1")
    func exampleE1() async throws {
        let clock = try ManualClock("2024-10-24T10:11:12Z")
        let app = [
            "e/function.json": Self.hub(#","cardinality":"many""#),
            "f/function.json": AppFolder.http(
                output: #"{"type":"eventHub","direction":"out","name":"out","eventHubName":"tele","connection":"H"}"#),
        ]
        try await HostUnderTest.withRunning(
            app, clock: clock, answer: { .json($0.uri == "/f" ? #"{"Outputs":{"out":[{"t":1},{"t":2}]}}"# : "{}") }
        ) { host async throws in
            _ = try await host.get("/api/f")
            let envelope = try await host.firstEnvelope("e")
            #expect(envelope["Data"]?["events"] == #"[{"t":1},{"t":2}]"#)
            let metadata = try #require(envelope["Metadata"])
            #expect(metadata["PartitionKeyArray"] == "[null,null]")
            #expect(metadata["OffsetArray"]?.string?.hasPrefix(#"["0",""#) == true)
            #expect(metadata["SequenceNumberArray"] == "[0,1]")
            #expect(
                metadata["EnqueuedTimeUtcArray"] == #"["2024-10-24T10:11:12.000Z","2024-10-24T10:11:12.000Z"]"#)
            #expect(metadata["PropertiesArray"] == "[{},{}]")
            #expect(metadata["PartitionContext"]?["EventHubName"] == "tele")
        }
    }

    @Test("A single event has plain metadata, and the checkpoint advances although the function fails")
    func singleAndFailing() async throws {
        let app = ["e/function.json": Self.hub()]
        try await HostUnderTest.withRunning(
            app,
            answer: { call in
                String(decoding: call.body, as: UTF8.self).contains("bad") ? HTTPMessage(status: 500) : .json("{}")
            }
        ) { host async throws in
            for text in ["bad", "good"] {
                let body = JSONValue.object(["text": .string(text), "key": "k", "properties": ["p": "v"]])
                #expect(try await host.send("POST", "/_dev/api/eventhubs/tele", body.serialized()).status == 201)
            }
            await host.console.wait(for: "Executed 'Functions.e' (Succeeded")
            let envelopes = try host.envelopes("e")
            #expect(envelopes.compactMap { $0["Data"]?["events"]?.string } == [#""bad""#, #""good""#])
            let metadata = try #require(envelopes.last?["Metadata"])
            #expect(metadata["PartitionKey"] == #""k""#)
            #expect(metadata["SequenceNumber"] == "1")
            #expect(metadata["Properties"] == ["p": "v"])
            #expect(try await host.data("eventhubs/tele")["consumers"]?.array?.first?["behind"] == 0)
        }
    }

    @Test("Two functions of one consumer group both get each event, and a warning says that Azure differs")
    func sharedGroup() async throws {
        let app = ["one/function.json": Self.hub(), "two/function.json": Self.hub()]
        try await HostUnderTest.withRunning(app) { host async throws in
            #expect(host.console.messages(at: .warning).contains { $0.hasPrefix("[shared-consumer-group]") })
            _ = try await host.send("POST", "/_dev/api/eventhubs/tele", Array(#"{"text":"x"}"#.utf8))
            _ = try await host.firstEnvelope("one")
            _ = try await host.firstEnvelope("two")
        }
    }

    @Test("A Kafka event is the text of its JSON")
    func kafka() async throws {
        let app = [
            "k/function.json": AppFolder.function(
                #""type":"kafkaTrigger","direction":"in","name":"event","topic":"users","brokerList":"B""#)
        ]
        try await HostUnderTest.withRunning(app) { host async throws in
            _ = try await host.send("POST", "/_dev/api/kafka/users", Array(#"{"text":"hi","key":"k"}"#.utf8))
            let envelope = try await host.firstEnvelope("k")
            let outer = try JSONValue(parsing: Array((envelope["Data"]?["event"]?.string ?? "").utf8))
            let event = try JSONValue(parsing: Array((outer.string ?? "").utf8))
            #expect(event["Value"] == "hi" && event["Topic"] == "users" && event["Key"] == "k")
            #expect(envelope["Metadata"]?["Topic"] == #""users""#)
        }
    }

    private static let grid = [
        "g/function.json": AppFolder.function(#""type":"eventGridTrigger","direction":"in","name":"e""#)
    ]
    private static let event =
        #"{"id":"1","topic":"/t","subject":"s","eventType":"T","eventTime":"2024-10-24T10:11:12Z","data":{"k":1},"dataVersion":"1.0"}"#
    private static let webhook = "/runtime/webhooks/eventgrid?functionName=g"

    @Test("Event Grid's webhook validates, delivers, and says when a function failed")
    func webhook() async throws {
        try await HostUnderTest.withRunning(
            Self.grid, answer: { $0.text.contains("fail") ? HTTPMessage(status: 500) : .json("{}") }
        ) { host async throws in
            let validation = try await host.send(
                "POST", Self.webhook, Array(#"[{"id":"1","data":{"validationCode":"42"}}]"#.utf8),
                headers: "aeg-event-type: SubscriptionValidation\r\n")
            #expect(validation.status == 200 && validation.text == #"{"validationResponse":"42"}"#)
            let delivery = try await host.send(
                "POST", Self.webhook, Array("[\(Self.event)]".utf8), headers: "aeg-event-type: Notification\r\n")
            #expect(delivery.status == 202)
            let envelope = try await host.firstEnvelope("g")
            #expect(envelope["Data"]?["e"] == (try JSONValue(parsing: Array(Self.event.utf8))))
            #expect(envelope["Metadata"]?["data"] == ["k": 1])
            let failing = try await host.send(
                "POST", Self.webhook, Array(#"[{"id":"fail","data":{}}]"#.utf8),
                headers: "aeg-event-type: Notification\r\n")
            #expect(failing.status == 500)
            let handshake = try await host.send("OPTIONS", Self.webhook, headers: "WebHook-Request-Origin: grid\r\n")
            #expect(handshake.headers.first(name: "WebHook-Allowed-Origin") == "grid")
            let cloud = try await host.send(
                "POST", Self.webhook, Array(#"{"specversion":"1.0","id":"9","data":{}}"#.utf8),
                type: "application/cloudevents+json")
            #expect(cloud.status == 202)
            #expect(try await host.send("POST", Self.webhook + "x", [1]).status == 404)
            #expect(try await host.send("POST", Self.webhook, Array("1".utf8)).status == 400)
        }
    }

    @Test("What a function publishes to Event Grid reaches the Event Grid functions, and comes again after a failure")
    func localFeed() async throws {
        let clock = try ManualClock("2024-10-24T10:11:12Z")
        let app = Self.grid.merging([
            "f/function.json": AppFolder.http(
                output:
                    #"{"type":"eventGrid","direction":"out","name":"out","topicEndpointUri":"U","topicKeySetting":"K"}"#
            )
        ]) { $1 }
        let failing = FailingOnce()
        try await HostUnderTest.withRunning(
            app, clock: clock,
            answer: { call in
                if call.uri == "/f" { return .json(#"{"Outputs":{"out":\#(Self.event)}}"#) }
                return failing.isFirst() ? HTTPMessage(status: 500) : .json("{}")
            }
        ) { host async throws in
            _ = try await host.get("/api/f")
            await host.console.wait(for: "is given back after delivery 1.")
            await clock.waitForSleeper()
            clock.advance(by: 11)
            _ = try await host.firstEnvelope("g")
            #expect(try host.envelopes("g").count == 2)
        }
    }
}
