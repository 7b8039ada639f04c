// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions
import NIOHTTP1
import StrictJSON
import Testing

private struct Search: Codable, Sendable, Equatable {
    let city: String
    var limit: Int?
}

@Suite struct `Other triggers` {
    @Test func `A warm-up has no payload`() async throws {
        let app = FunctionApp { Function("warmup", on: .warmup) { _, _ in } }
        #expect(try await Door(app).invoke("warmup", #"{"Data":{"warmup":{}},"Metadata":{}}"#).status == .ok)
    }

    @Test(arguments: [true, false])
    func `A tool call has name, arguments and session`(isText: Bool) async throws {
        let text = #"""
            {"name":"find","arguments":{"city":"Bonn","limit":3},"sessionid":"s1","clientinfo":{"name":"c"},"transport":{"name":"http-streamable","sessionId":"s1","properties":{}}}
            """#
        let once = String(decoding: JSONValue.string(text).serialized(), as: UTF8.self)
        let wire = isText ? String(decoding: JSONValue.string(once).serialized(), as: UTF8.self) : text
        let call = try await Fired.payload(.mcpTool("find"), wire)
        #expect(
            call
                == MCPToolCall(
                    name: "find", arguments: ["city": "Bonn", "limit": 3], sessionID: "s1",
                    clientInfo: ["name": "c"], transport: "http-streamable"))
        #expect(try call.argument("city") == "Bonn")
        #expect(try call.argument("limit") == 3)
        #expect(try call.argument("limit", as: Int?.self) == 3)
        #expect(try call.argument("city", as: String?.self) == "Bonn")
        #expect(try call.argument("none") == Int?.none)
        #expect(try call.arguments() == Search(city: "Bonn", limit: 3))
        #expect(throws: UnreadableValue.self) { try call.argument("none", as: Int.self) }
        #expect(throws: UnreadableValue.self) { try call.argument("none", as: String.self) }
        #expect(throws: UnreadableValue.self) { try call.argument("city", as: Int.self) }
    }

    @Test func `A resource and a prompt are read in their shapes`() async throws {
        #expect(
            try await Fired.payload(.mcpResource("shop://a", name: "a"), #"{"uri":"shop://a","sessionid":"s1"}"#)
                == MCPResourceRequest(uri: "shop://a", sessionID: "s1"))
        #expect(
            try await Fired.payload(.mcpPrompt("p"), #"{"name":"p","arguments":{"code":"x","none":null}}"#)
                == MCPPromptCall(name: "p", arguments: ["code": "x"]))
    }

    @Test func `An orchestration sees its history, an activity its input`() async throws {
        let text = #"""
            {"history":[{"EventType":12}],"input":"{\"city\":\"Bonn\"}","instanceId":"i1","isReplaying":true,"parentInstanceId":null}
            """#
        let once = String(decoding: JSONValue.string(text).serialized(), as: UTF8.self)
        let step = try await Fired.payload(.durableOrchestration(), once)
        #expect(
            step
                == DurableOrchestration(
                    instanceID: "i1", isReplaying: true, input: #"{"city":"Bonn"}"#, history: [["EventType": 12]]))
        #expect(try step.input() == Search(city: "Bonn"))
        #expect(try DurableOrchestration(instanceID: "i").input() == Search?.none)
        #expect(try await Fired.payload(.durableActivity(of: String.self), #""\"Bonn\"""#) == "Bonn")
        #expect(try await Fired.payload(.durableActivity(of: Search.self), #"{"city":"Bonn"}"#) == Search(city: "Bonn"))
        #expect(try await Fired.payload(.durableEntity(of: JSONValue.self), #""{\"a\":1}""#) == ["a": 1])
    }

    @Test func `Dapr, skills, connectors and any other trigger are text or JSON`() async throws {
        let text = #""\"{\\\"city\\\":\\\"Bonn\\\"}\"""#
        let search = Search(city: "Bonn")
        #expect(try await Fired.payload(.daprServiceInvocation(method: "m", of: Search.self), text) == search)
        #expect(try await Fired.payload(.daprBinding("b", of: Search.self), text) == search)
        #expect(try await Fired.payload(.assistantSkill("finds", of: String.self), text) == #"{"city":"Bonn"}"#)
        #expect(try await Fired.payload(.connector(of: Search.self), text) == search)
        #expect(try await Fired.payload(.generic(type: "rabbitMQTrigger", of: Search.self), text) == search)
    }
}
