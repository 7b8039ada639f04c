// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions
import AzureFunctionsTesting
import FoundationEssentials
import FunctionsHost
import Logging
import StrictJSON
import Synchronization
import Testing

@Suite("An app in Swift behind the local triggers", .timeLimit(.minutes(5)))
struct SwiftAppTests {
    /// What the last function of the chain was given.
    private final class Received: Sendable {
        let values = Mutex<[JSONValue]>([])
    }

    private func app(_ received: Received) -> FunctionApp {
        FunctionApp {
            Function(
                "bill", on: .queue("orders", of: JSONValue.self), returning: .serviceBusQueue("bills", connection: "B")
            ) { order, _ in order }
            Function(
                "letter", on: .serviceBusQueue("bills", connection: "B", of: JSONValue.self),
                returning: .blob("letters/{id}.txt")
            ) { order, _ in "Dear \(order["customer"]?.string ?? "nobody")!" }
            Function(
                "archive", on: .blob("letters/{name}.txt", of: String.self),
                returning: .cosmosDB("letters", database: "shop", connection: "C")
            ) { text, context -> JSONValue in ["id": "l-1", "text": .string(text)] }
            Function(
                "watch", on: .cosmosDB("letters", database: "shop", connection: "C", of: [JSONValue].self),
                returning: .eventHub("archived", connection: "H")
            ) { documents, _ in documents[0] }
            Function("count", on: .eventHub("archived", connection: "H", of: [JSONValue].self)) { events, _ in
                received.values.withLock { $0 += events }
            }
            Function(
                "tool", on: .mcpTool("shout", properties: [MCPToolProperty("text")], usesResultSchema: true),
                returning: .mcpToolResult
            ) { call, _ in
                MCPToolResult([.text(call.arguments["text"]?.string?.uppercased() ?? "")])
            }
        }
    }

    @Test("What one function puts out triggers the next, through every kind of store")
    func chain() async throws {
        let received = Received()
        let app = app(received)
        let files = try Manifest(app.registry(host: nil)).files
        var folderFiles = ["host.json": AppFolder.hostJSON]
        for file in files { folderFiles[file.name + "/function.json"] = String(decoding: file.bytes, as: UTF8.self) }
        let folder = try AppFolder(folderFiles)
        defer { folder.remove() }
        try await app.withServer { handlerPort in
            let console = RecordingConsole()
            var options = HostOptions(appRoot: folder.path, environment: [:], console: console)
            options.port = 0
            options.handler = .attached(port: handlerPort)
            try await HostUnderTest.run(options) { port in
                let host = HostUnderTest(port: port, console: console, handler: ScriptedHandler { _ in .json("{}") })
                #expect(console.messages(at: .error).isEmpty)
                await console.wait(for: "The change feed of 'shop/letters' is read from change 1 on.")
                try await host.put(#"{"id":"7","customer":"Ada"}"#, into: "queues/orders")
                await console.wait(for: "Executed 'Functions.count' (Succeeded")
                let event = try #require(received.values.withLock { $0.first })
                #expect(event["id"] == "l-1" && event["text"] == "Dear Ada!")
                #expect(try await host.get("/_dev/api/blobs/letters/7.txt").text == "Dear Ada!")
                let call = Array(
                    #"{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"shout","arguments":{"text":"hi"}}}"#
                        .utf8)
                let answer = try JSONValue(
                    parsing: try await host.send("POST", "/runtime/webhooks/mcp", call).body)
                #expect(answer["result"]?["content"] == [["type": "text", "text": "HI"]])
            }
        }
    }

    @Test("Whatever the library declares, the host loads")
    func golden() async throws {
        let golden = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "AzureFunctionsTests/Manifest/Golden").path
        let names = try FileManager.default.contentsOfDirectory(atPath: golden)
        var files = ["host.json": AppFolder.hostJSON]
        for name in names {
            guard let data = FileManager.default.contents(atPath: "\(golden)/\(name)/function.json") else { continue }
            files[name + "/function.json"] = String(decoding: data, as: UTF8.self)
        }
        #expect(files.count > 100)
        let folder = try AppFolder(files)
        defer { folder.remove() }
        let settings = ["QUEUE": "orders", "SCHEDULE": "0 0 * * * *"]
        let host = try FunctionsHost(
            options: HostOptions(appRoot: folder.path, environment: settings, console: RecordingConsole()))
        #expect(host.errors == [])
        #expect(host.functions.count == files.count - 1)
    }
}
