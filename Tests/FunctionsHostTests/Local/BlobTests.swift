// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
import FunctionsHost
import Logging
import StrictJSON
import Testing

@Suite("Blobs", .timeLimit(.minutes(5)))
struct BlobTests {
    private static func trigger(_ path: String) -> String {
        AppFolder.function(
            #""type":"blobTrigger","direction":"in","name":"blob","path":"\#(path)","connection":"S""#)
    }

    @Test("A blob comes as base64 with what the path names, each version once")
    func trigger() async throws {
        let app = ["b/function.json": Self.trigger("in/{folder}/{name}.{ending}")]
        try await HostUnderTest.withRunning(app) { host async throws in
            let put = try await host.send(
                "PUT", "/_dev/api/blobs/in/a/b.tar.gz", [0, 0xFF], type: "application/gzip",
                headers: "x-ms-meta-owner: ada\r\n")
            #expect(put.status == 201)
            let envelope = try await host.firstEnvelope("b")
            #expect(envelope["Data"]?["blob"] == "AP8=")
            let metadata = try #require(envelope["Metadata"])
            #expect(metadata["folder"] == #""a""# && metadata["name"] == #""b.tar""# && metadata["ending"] == #""gz""#)
            #expect(metadata["Uri"]?.string?.hasSuffix(#"/in/a/b.tar.gz""#) == true)
            #expect(metadata["Properties"]?["ContentLength"] == 2)
            #expect(metadata["Properties"]?["ContentType"] == "application/gzip")
            #expect(metadata["Metadata"] == ["owner": "ada"])
            #expect(metadata["BlobTrigger"] == nil)
            #expect(
                host.console.messages.contains {
                    $0.contains("Reason='New blob detected(LogsAndContainerScan): in/a/b.tar.gz'")
                })
            _ = try await host.send("PUT", "/_dev/api/blobs/in/flat", [1])
            _ = try await host.send("PUT", "/_dev/api/blobs/in/a/b.tar.gz", [1])
            await host.handler.wait(for: 2, callsOf: "/b")
            #expect(try host.envelopes("b").last?["Data"]?["blob"] == "AQ==")
            #expect(try host.envelopes("b").count == 2)
        }
    }

    @Test("A file that somebody puts into the folder is a blob once it no longer grows")
    func watchedFolder() async throws {
        let clock = try ManualClock("2024-10-24T10:11:12Z")
        let folder = try AppFolder([
            "host.json": AppFolder.hostJSON, "b/function.json": Self.trigger("in/{name}"),
            ".swift-func/blobs/in/hand.txt": "made by hand",
        ])
        defer { folder.remove() }
        let handler = ScriptedHandler { _ in .json("{}") }
        let console = RecordingConsole()
        try await handler.withPort { port in
            var options = HostOptions(appRoot: folder.path, environment: [:], console: console)
            options.port = 0
            options.clock = clock
            options.handler = .attached(port: port)
            for _ in 0..<2 {
                try await HostUnderTest.run(options) { port in
                    while handler.calls.isEmpty {
                        await clock.waitForSleeper()
                        clock.advance(by: 1)
                        await Task.yield()
                    }
                    await console.wait(for: "Executed 'Functions.b' (Succeeded")
                }
            }
        }
        // The second host knows that this version has been dealt with.
        #expect(handler.calls.count == 1)
        #expect(try JSONValue(parsing: try #require(handler.calls.first).body)["Metadata"]?["name"] == #""hand.txt""#)
        #expect(String(decoding: try folder.read(".swift-func/.gitignore"), as: UTF8.self) == "*\n")
    }

    @Test("A blob that fails five times is named in the poison queue")
    func poison() async throws {
        try await HostUnderTest.withRunning(
            ["b/function.json": Self.trigger("in/{name}")], answer: { _ in HTTPMessage(status: 500) }
        ) { host async throws in
            _ = try await host.send("PUT", "/_dev/api/blobs/in/x", [1])
            await host.console.wait(for: "Moving message to queue 'webjobs-blobtrigger-poison'.")
            #expect(try host.envelopes("b").count == 5)
            let text = try #require(try await host.texts(in: "queues/webjobs-blobtrigger-poison").first)
            let message = try JSONValue(parsing: Array(text.utf8))
            #expect(message["BlobName"] == "x" && message["ContainerName"] == "in")
            #expect(message["FunctionId"] == "Functions.b")
        }
    }

    @Test(
        "A blob output holds what the host writes",
        arguments: [
            (#""text!""#, Array("text!".utf8)), (#"{"a": 1}"#, Array(#"{"a":1}"#.utf8)), (#""AP8=""#, [0, 255]),
            ("7", [7, 0, 0, 0]), ("true", [1]), ("[1, 2]", Array("[1,2]".utf8)),
        ])
    func output(value: String, expected: [UInt8]) async throws {
        let app = [
            "f/function.json": AppFolder.http(
                #""route":"f/{id}""#,
                output: #"{"type":"blob","direction":"out","name":"out","path":"out/%STAGE%/{id}-{query.x}.bin"}"#)
        ]
        try await HostUnderTest.withRunning(
            app, environment: ["STAGE": "dev"], answer: { _ in .json(#"{"Outputs":{"out":\#(value)}}"#) }
        ) { host async throws in
            _ = try await host.get("/api/f/7?x=y")
            #expect(try await host.get("/_dev/api/blobs/out/dev/7-y.bin").body == expected)
        }
    }

    @Test("A blob input is text, bytes, or null when there is none")
    func input() async throws {
        func input(_ name: String, _ more: String) -> String {
            #"{"type":"blob","direction":"in","name":"\#(name)","path":"in/{query.blob}"\#(more)}"#
        }
        let app = [
            "f/function.json": AppFolder.http(
                output: input("text", "") + "," + input("bytes", #","dataType":"binary""#) + ","
                    + #"{"type":"http","direction":"out","name":"res"}"#)
        ]
        try await HostUnderTest.withRunning(app) { host async throws in
            _ = try await host.send("PUT", "/_dev/api/blobs/in/there", Array("hi".utf8))
            _ = try await host.get("/api/f?blob=there")
            _ = try await host.get("/api/f?blob=nowhere")
            let data = try host.envelopes("f").compactMap { $0["Data"] }
            #expect(data.first?["text"] == #""hi""# && data.first?["bytes"] == "aGk=")
            #expect(data.last?["text"] == "null" && data.last?["bytes"] == "null")
        }
    }

    @Test(
        "No name leads out of the folder of blobs",
        arguments: ["in/../../secret", "in/%2e%2e/%2e%2e/secret", "../x", "IN/x", "in/.."])
    func escapes(path: String) async throws {
        try await HostUnderTest.withRunning(["b/function.json": Self.trigger("in/{name}")]) { host async throws in
            let status = try await host.send("PUT", "/_dev/api/blobs/" + path, [1]).status
            #expect([400, 404].contains(status), "\(path)")
        }
    }
}
