// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FunctionsHost
import Logging
import StrictJSON
import Testing

@Suite("Functions called by hand, and the local data", .timeLimit(.minutes(5)))
struct ManualTriggerTests {
    @Test(
        "Every trigger can be called by hand",
        arguments: [
            (#""type":"queueTrigger","queueName":"orders""#, "hi", #""hi""#),
            (#""type":"serviceBusTrigger","queueName":"orders""#, "hi", #""hi""#),
            (#""type":"eventHubTrigger","eventHubName":"h","cardinality":"many""#, #"[{"a":1}]"#, #"[{"a":1}]"#),
            (
                #""type":"cosmosDBTrigger","databaseName":"d","containerName":"c""#, #"[{"id":"1"}]"#,
                #""[{\"id\":\"1\"}]""#
            ),
            (#""type":"sqlTrigger","tableName":"t""#, #"[{"Item":{}}]"#, #""[{\"Item\":{}}]""#),
            (#""type":"activityTrigger""#, #"{"x":1}"#, #""{\"x\":1}""#),
            (#""type":"rabbitMQTrigger","queueName":"r""#, "hi", #""hi""#),
        ])
    func byHand(binding: String, input: String, expected: String) async throws {
        let app = ["f/function.json": AppFolder.function(binding + #","direction":"in","name":"value""#)]
        try await HostUnderTest.withRunning(app) { host async throws in
            try await host.invoke("f", input: input)
            let envelope = try await host.firstEnvelope("f")
            #expect(envelope["Data"]?["value"]?.string == expected)
            #expect(
                host.console.messages.contains {
                    $0.contains("Reason='This function was programmatically called via the host APIs.'")
                })
        }
    }

    @Test("Objects stay objects for triggers that give one")
    func objects() async throws {
        let app = [
            "s/function.json": AppFolder.function(
                #""type":"signalRTrigger","direction":"in","name":"value","hubName":"h""#),
            "g/function.json": AppFolder.function(#""type":"eventGridTrigger","direction":"in","name":"value""#),
        ]
        try await HostUnderTest.withRunning(app) { host async throws in
            for name in ["s", "g"] {
                try await host.invoke(name, input: #"{"data":{"k":1}}"#)
                #expect(try await host.firstEnvelope(name)["Data"]?["value"] == ["data": ["k": 1]])
            }
            let lines = host.console.messages(at: .warning).filter { $0.contains("not emulated") }
            #expect(lines.count == 1)
            #expect(lines.first?.contains("s (signalRTrigger)") == true)
            #expect(lines.first?.contains("eventGrid") == false)
        }
    }

    @Test("An output without a stand-in is told with its value, and the invocation succeeds")
    func notEmulated() async throws {
        let app = [
            "f/function.json": AppFolder.http(
                output: #"{"type":"signalR","direction":"out","name":"out","hubName":"h"},"#
                    + #"{"type":"http","direction":"out","name":"res"}"#)
        ]
        try await HostUnderTest.withRunning(
            app, answer: { _ in .json(#"{"Outputs":{"out":{"target":"t"},"res":{"body":"ok"}}}"#) }
        ) { host async throws in
            for _ in 0..<2 { #expect(try await host.get("/api/f").text == "ok") }
            let lines = host.console.messages(at: .warning).filter { $0.hasPrefix("[output-not-emulated]") }
            #expect(lines.count == 1)
            #expect(lines.first?.contains(#""target": "t""#) == true)
        }
    }

    @Test("The warm-up function runs once the handler is ready")
    func warmup() async throws {
        let app = ["warmup/function.json": AppFolder.function(#""type":"warmupTrigger","direction":"in","name":"w""#)]
        try await HostUnderTest.withRunning(app) { host async throws in
            #expect(try await host.firstEnvelope("warmup")["Data"]?["w"] == [:])
        }
    }

    @Test(
        "The local data is for this machine's own pages only",
        arguments: [
            ("Host: evil.example", 403), ("Host: localhost:1\r\nOrigin: https://evil.example", 403),
            ("Host: 127.0.0.1:1\r\nOrigin: http://localhost:7071", 200), ("Host: [::1]:1", 200),
            ("Host: localhost.evil.example", 403), ("Host: localhost\r\nOrigin: null", 403),
        ])
    func guarded(headers: String, status: Int) async throws {
        let app = ["q/function.json": AppFolder.function(AppFolder.queueTrigger("orders"))]
        try await HostUnderTest.withRunning(app) { host async throws in
            let answer = try await HTTPExchange.send(
                "GET /_dev/api/data HTTP/1.1\r\n\(headers)\r\nConnection: close\r\n\r\n", port: host.port)
            #expect(answer.status == status)
        }
    }

    @Test("What the local data does not know is a clear refusal")
    func refusals() async throws {
        let app = ["q/function.json": AppFolder.function(AppFolder.queueTrigger("orders"))]
        try await HostUnderTest.withRunning(app) { host async throws in
            #expect(try await host.send("POST", "/_dev/api/queues/orders", Array("{".utf8)).status == 400)
            #expect(try await host.send("POST", "/_dev/api/queues/orders", Array("{}".utf8)).status == 400)
            #expect(try await host.send("POST", "/_dev/api/queues/A_B", Array(#"{"text":""}"#.utf8)).status == 400)
            #expect(try await host.get("/_dev/api/nothing").status == 404)
            let large = JSONValue.object(["text": .string(String(repeating: "x", count: 65_537))]).serialized()
            #expect(try await host.send("POST", "/_dev/api/queues/other", large).status == 413)
        }
        try await HostUnderTest.withRunning(["f/function.json": AppFolder.http()]) { host async throws in
            #expect(try await host.get("/_dev/api/data").status == 404)
        }
    }
}
