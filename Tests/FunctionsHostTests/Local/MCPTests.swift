// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FunctionsHost
import Logging
import NIOHTTP1
import StrictJSON
import Testing

@Suite("Model Context Protocol", .timeLimit(.minutes(5)))
struct MCPTests {
    private static let endpoint = "/runtime/webhooks/mcp"
    private static let properties =
        #"[{\"propertyName\":\"city\",\"propertyType\":\"string\",\"description\":\"Where\",\"isRequired\":true},"#
        + #"{\"propertyName\":\"days\",\"propertyType\":\"integer\",\"isArray\":true}]"#
    private static let app = [
        "weather/function.json": AppFolder.function(
            #""type":"mcpToolTrigger","direction":"in","name":"context","toolName":"get_weather","description":"Tells the weather","toolProperties":"\#(properties)""#,
            #""type":"mcpToolProperty","direction":"in","name":"city","propertyName":"city""#),
        "readme/function.json": AppFolder.function(
            #""type":"mcpResourceTrigger","direction":"in","name":"context","uri":"docs://{page}/text","resourceName":"Pages","mimeType":"text/plain""#
        ),
        "greet/function.json": AppFolder.function(
            #""type":"mcpPromptTrigger","direction":"in","name":"context","promptName":"greet","promptArguments":"[{\"name\":\"who\",\"required\":true}]""#
        ),
        "host.json": AppFolder.hostJSON(
            extensions: #""mcp":{"serverName":"Test","serverVersion":"2.0","instructions":"Be kind."}"#),
    ]

    private func call(
        _ host: HostUnderTest, _ method: String, _ parameters: JSONValue = [:], session: String? = nil
    ) async throws -> JSONValue {
        let message: JSONValue = ["jsonrpc": "2.0", "id": 7, "method": .string(method), "params": parameters]
        let answer = try await host.send(
            "POST", Self.endpoint, message.serialized(), headers: session.map { "Mcp-Session-Id: \($0)\r\n" } ?? "")
        let json = try JSONValue(parsing: answer.body)
        #expect(answer.status == 200 && json["id"] == 7 && json["jsonrpc"] == "2.0")
        return json
    }

    private func begin(_ host: HostUnderTest) async throws -> String {
        let message = Array(
            #"{"jsonrpc":"2.0","id":"i","method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"c","version":"1"}}}"#
                .utf8)
        let answer = try await host.send("POST", Self.endpoint, message)
        let result = try #require(try JSONValue(parsing: answer.body)["result"])
        #expect(result["protocolVersion"] == "2025-06-18")
        #expect(result["serverInfo"] == ["name": "Test", "version": "2.0"])
        #expect(result["instructions"] == "Be kind.")
        #expect(result["capabilities"]?.object?.names == ["tools", "resources", "prompts"])
        return try #require(answer.headers.first(name: "Mcp-Session-Id"))
    }

    @Test("A tool is listed with its schema and called with the context of the extension")
    func tools() async throws {
        try await HostUnderTest.withRunning(Self.app, answer: { _ in .json(#"{"ReturnValue":{"degrees":21}}"#) }) {
            host async throws in
            let session = try await begin(host)
            let tools = try await call(host, "tools/list", session: session)["result"]?["tools"]
            #expect(
                tools == [
                    [
                        "name": "get_weather", "description": "Tells the weather",
                        "inputSchema": [
                            "type": "object",
                            "properties": [
                                "city": ["type": "string", "description": "Where"],
                                "days": ["type": "array", "items": ["type": "integer"]],
                            ],
                            "required": ["city"],
                        ],
                    ]
                ])
            let result = try await call(
                host, "tools/call", ["name": "get_weather", "arguments": ["city": "Oslo", "days": [1]]],
                session: session)["result"]
            #expect(
                result == ["content": [["type": "text", "text": "{\n  \"degrees\": 21\n}"]], "isError": false])
            let envelope = try #require(try host.envelopes("weather").first)
            let text = try JSONValue(parsing: Array((envelope["Data"]?["context"]?.string ?? "").utf8)).string
            let context = try JSONValue(parsing: Array((text ?? "").utf8))
            #expect(context["name"] == "get_weather")
            #expect(context["arguments"] == ["city": "Oslo", "days": [1]])
            #expect(context["sessionid"] == .string(session))
            #expect(context["clientinfo"] == ["name": "c", "version": "1"])
            #expect(context["transport"]?["name"] == "http-streamable")
            #expect(envelope["Data"]?["city"] == #""Oslo""#)
            #expect(envelope["Metadata"]?["mcpsessionid"] == .string("\"\(session)\""))
            #expect(envelope["Metadata"]?["mcptoolargs"]?["city"] == "Oslo")
        }
    }

    @Test("A tool that fails is a result with an error; a call that is wrong is an error of the protocol")
    func failures() async throws {
        try await HostUnderTest.withRunning(Self.app, answer: { _ in HTTPMessage(status: 500) }) {
            host async throws in
            let failed = try await call(host, "tools/call", ["name": "get_weather", "arguments": ["city": "Oslo"]])
            #expect(failed["result"]?["isError"] == true)
            #expect(
                failed["result"]?["content"]?.array?.first?["text"] == "An error occurred invoking 'get_weather'.")
            let missing = try await call(host, "tools/call", ["name": "get_weather", "arguments": [:]])
            #expect(missing["error"]?["code"] == -32602)
            #expect(missing["error"]?["message"]?.string?.hasSuffix("city") == true)
            #expect(try await call(host, "tools/call", ["name": "none"])["error"]?["code"] == -32602)
            #expect(try await call(host, "no/method")["error"]?["code"] == -32601)
            #expect(try await call(host, "resources/read", ["uri": "x://y"])["error"]?["code"] == -32002)
            #expect(try await call(host, "ping")["result"] == [:])
        }
    }

    @Test("A result schema gives content blocks and structured content")
    func resultSchema() async throws {
        let app = [
            "t/function.json": AppFolder.function(
                #""type":"mcpToolTrigger","direction":"in","name":"context","toolName":"t","useResultSchema":true"#)
        ]
        let value =
            #"{"type":"text","content":"{\"type\":\"text\",\"text\":\"hi\"}","structuredContent":"{\"a\":1}"}"#
        let answer = JSONValue.object(["ReturnValue": .string(value)]).serialized()
        try await HostUnderTest.withRunning(app, answer: { _ in .json(String(decoding: answer, as: UTF8.self)) }) {
            host async throws in
            let result = try await call(host, "tools/call", ["name": "t"])["result"]
            #expect(result?["content"] == [["type": "text", "text": "hi"]])
            #expect(result?["structuredContent"] == ["a": 1])
        }
    }

    @Test("Resources are read by template, and prompts become messages")
    func resourcesAndPrompts() async throws {
        try await HostUnderTest.withRunning(Self.app, answer: { _ in .json(#"{"ReturnValue":"hello"}"#) }) {
            host async throws in
            #expect(try await call(host, "resources/list")["result"]?["resources"] == [])
            let templates = try await call(host, "resources/templates/list")["result"]?["resourceTemplates"]
            #expect(templates?.array?.first?["uriTemplate"] == "docs://{page}/text")
            let contents = try await call(host, "resources/read", ["uri": "docs://a%20b/text"])["result"]?["contents"]
            #expect(contents == [["uri": "docs://a%20b/text", "mimeType": "text/plain", "text": "hello"]])
            let text = try host.envelopes("readme").first?["Data"]?["context"]?.string ?? ""
            #expect(text.contains(#"\"arguments\":{\"page\":\"a b\"}"#))
            #expect(try await call(host, "resources/read", ["uri": "docs://a/b/text"])["error"]?["code"] == -32002)
            let prompt = try await call(host, "prompts/get", ["name": "greet", "arguments": ["who": "you"]])
            #expect(
                prompt["result"]?["messages"]
                    == [["role": "user", "content": ["type": "text", "text": "hello"]]])
            #expect(try await call(host, "prompts/get", ["name": "greet"])["error"]?["code"] == -32602)
        }
    }

    @Test("The transport keeps to its rules")
    func transport() async throws {
        try await HostUnderTest.withRunning(Self.app) { host async throws in
            let session = try await begin(host)
            let ping = Array(#"{"jsonrpc":"2.0","id":1,"method":"ping"}"#.utf8)
            let notification = Array(#"{"jsonrpc":"2.0","method":"notifications/initialized"}"#.utf8)
            let header = "Mcp-Session-Id: \(session)\r\n"
            #expect(try await host.send("POST", Self.endpoint, notification, headers: header).status == 202)
            #expect(try await host.send("POST", Self.endpoint, Array("{".utf8)).status == 400)
            #expect(try await host.send("POST", Self.endpoint, ping, headers: "Mcp-Session-Id: x\r\n").status == 404)
            #expect(
                try await host.send("POST", Self.endpoint, ping, headers: "MCP-Protocol-Version: 1\r\n").status == 400)
            #expect(
                try await host.send("POST", Self.endpoint, ping, headers: "Origin: https://evil.example\r\n").status
                    == 403)
            #expect(try await host.send("GET", Self.endpoint).status == 405)
            let batch = try await host.send("POST", Self.endpoint, Array("[".utf8) + ping + Array("]".utf8))
            #expect(batch.text == #"[{"jsonrpc":"2.0","id":1,"result":{}}]"#)
            #expect(try await host.send("DELETE", Self.endpoint, headers: header).status == 204)
            #expect(try await host.send("POST", Self.endpoint, ping, headers: header).status == 404)
        }
    }

    @Test("A tool whose properties are no list puts its function in error")
    func brokenProperties() async throws {
        let app = [
            "t/function.json": AppFolder.function(
                #""type":"mcpToolTrigger","direction":"in","name":"context","toolName":"t","toolProperties":"{}""#)
        ]
        try await HostUnderTest.withRunning(app) { host async throws in
            #expect(
                host.console.messages(at: .error).contains {
                    $0.hasPrefix("The 't' function is in error: toolProperties must be a list")
                })
        }
    }
}
