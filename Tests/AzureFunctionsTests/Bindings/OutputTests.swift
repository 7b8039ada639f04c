// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions
import FoundationEssentials
import StrictJSON
import Testing

private struct Item: Codable, Sendable, Equatable {
    let id: Int
    var at: Date?
}

@Suite struct `Outputs` {
    /// Texts that the host would decode as base64 or rewrite as dates (host contract §8.2, §8.3).
    static let delicate = [
        "test", "abcd1234", "test data", "1234", "", "2024-10-24T10:11:12Z", "{\"a\":\n1}", "{", "ä",
    ]

    @Test(arguments: delicate)
    func `A text for queues, blobs and event hubs arrives as it is`(text: String) async throws {
        let expected = JSONValue.string(Data(text.utf8).base64EncodedString())
        #expect(try await Fired.output(.queue("q"), text) == expected)
        #expect(try await Fired.output(.blob("c/b"), text) == expected)
        #expect(try await Fired.output(.eventHub("h", connection: "H"), text) == expected)
    }

    @Test(arguments: delicate.filter { !$0.hasPrefix("2024") })
    func `A text for Service Bus and Kafka stands in an array`(text: String) async throws {
        #expect(try await Fired.output(.serviceBusQueue("q", connection: "B"), text) == [.string(text)])
        #expect(try await Fired.output(.serviceBusTopic("t", connection: "B"), text) == [.string(text)])
        #expect(try await Fired.output(.kafka("t", brokers: ["b"]), text) == [.string(text)])
    }

    @Test func `A text that is nothing but a date is refused where the host would rewrite it`() async {
        await #expect(throws: Fired.Refused.self) {
            _ = try await Fired.output(.serviceBusQueue("q", connection: "B"), "2024-10-24T10:11:12Z")
        }
        await #expect(throws: Fired.Refused.self) {
            _ = try await Fired.output(.queue("q"), ["a", "2024-10-24T10:11:12"])
        }
        await #expect(throws: Fired.Refused.self) {
            _ = try await Fired.returned(.returnValue, "2024-10-24T10:11:12Z")
        }
    }

    @Test func `A structure becomes one line of JSON with dates in ISO 8601`() async throws {
        let item = Item(id: 1, at: Date(timeIntervalSince1970: 1_729_764_672))
        let text = #"{"at":"2024-10-24T10:11:12Z","id":1}"#
        #expect(
            try await Fired.output(.queue("q"), item) == .string(Data(text.utf8).base64EncodedString()))
        #expect(try await Fired.output(.serviceBusQueue("q", connection: "B"), item) == [.string(text)])
        #expect(
            try await Fired.output(.cosmosDB("c", database: "d", connection: "C"), item)
                == ["at": "2024-10-24T10:11:12Z", "id": 1])
    }

    @Test func `An array is several messages, and an empty one or nil is none`() async throws {
        #expect(try await Fired.output(.queue("q"), ["a", "b"]) == ["a", "b"])
        #expect(try await Fired.output(.queue("q"), [Item(id: 1), Item(id: 2)]) == [#"{"id":1}"#, #"{"id":2}"#])
        #expect(try await Fired.output(.queue("q"), [String]()) == .null)
        #expect(try await Fired.output(.queue("q"), String?.none) == .null)
        #expect(try await Fired.output(.serviceBusQueue("q", connection: "B"), [String?.none]) == .null)
        #expect(
            try await Fired.output(.sql("t", connection: "S"), [Item(id: 1), Item(id: 2)]) == [["id": 1], ["id": 2]])
        #expect(try await Fired.output(.sql("t", connection: "S"), Item?.none) == .null)
    }

    @Test func `An array is one document of a blob`() async throws {
        #expect(
            try await Fired.output(.blob("c/b"), [1, 2]) == .string(Data("[1,2]".utf8).base64EncodedString()))
        #expect(try await Fired.output(.blob("c/b"), [Item]()) == .string(Data("[]".utf8).base64EncodedString()))
        #expect(try await Fired.output(.blob("c/b"), String?.none) == .null)
    }

    @Test func `Bytes go alone to queues, blobs and event hubs`() async throws {
        let bytes: [UInt8] = [0, 255]
        #expect(try await Fired.output(.queue("q"), bytes) == "AP8=")
        #expect(try await Fired.output(.blob("c/b"), bytes) == "AP8=")
        #expect(try await Fired.output(.serviceBusQueue("q", connection: "B"), Array("hi".utf8)) == ["hi"])
        await #expect(throws: Fired.Refused.self) { _ = try await Fired.output(.queue("q"), [bytes, bytes]) }
        await #expect(throws: Fired.Refused.self) {
            _ = try await Fired.output(.serviceBusQueue("q", connection: "B"), bytes)
        }
    }

    @Test func `Outputs of objects refuse anything else`() async {
        await #expect(throws: Fired.Refused.self) { _ = try await Fired.output(.table("t"), "text") }
        await #expect(throws: Fired.Refused.self) { _ = try await Fired.output(.signalR(hub: "h"), [1]) }
        await #expect(throws: Fired.Refused.self) {
            _ = try await Fired.output(.cosmosDB("c", database: "d", connection: "C"), [[1]])
        }
    }

    @Test func `Events are written in their schema`() async throws {
        let moment = Date(timeIntervalSince1970: 1_729_764_672)
        let event = EventGridEvent(id: "1", eventType: "T", subject: "s", eventTime: moment, data: Item(id: 1))
        #expect(
            try await Fired.output(.eventGrid(connection: "T"), event) == [
                "data": ["id": 1], "dataVersion": "", "eventTime": "2024-10-24T10:11:12Z", "eventType": "T", "id": "1",
                "subject": "s",
            ])
        let cloud = CloudEvent(id: "1", source: "/s", type: "T", time: moment, data: Item(id: 1))
        #expect(
            try await Fired.output(.eventGrid(endpoint: "E", key: "K"), [cloud]) == [
                "data": ["id": 1], "id": "1", "source": "/s", "specversion": "1.0", "time": "2024-10-24T10:11:12Z",
                "type": "T",
            ])
    }

    @Test func `A Kafka event carries key and headers, its value as text`() async throws {
        let event = KafkaEvent(
            value: Item(id: 1), key: "k", topic: "t", headers: [KafkaEvent.Header(key: "a", value: "b")])
        let sent = try await Fired.output(.kafka("t", brokers: ["b"]), event)
        let text = try #require(sent.array?.first?.string)
        #expect(
            try JSONValue(parsing: Array(text.utf8)) == [
                "Headers": [["Key": "a", "Value": "b"]], "Key": "k", "Offset": 0, "Partition": 0, "Topic": "t",
                "Value": #"{"id":1}"#,
            ])
    }

    @Test func `Messages and group changes of SignalR have the host's members`() async throws {
        #expect(
            try await Fired.output(
                .signalR(hub: "h"), [SignalRMessage(target: "news", arguments: ["hi", 1], groupName: "g", userID: "u")])
                == ["arguments": ["hi", 1], "groupName": "g", "target": "news", "userId": "u"])
        #expect(
            try await Fired.output(
                .signalR(hub: "h"),
                [SignalRGroupAction.remove(connectionID: "c", from: "g"), .removeFromAllGroups(userID: "u")])
                == [
                    ["action": "remove", "connectionId": "c", "groupName": "g"],
                    ["action": "removeAll", "userId": "u"],
                ])
    }

    @Test func `Values for Dapr stand in the member that it reads`() async throws {
        #expect(try await Fired.output(.daprState("s", key: "k"), [1, 2]) == ["value": [1, 2]])
        #expect(try await Fired.output(.daprPublish("t", pubSub: "p"), "test") == ["payload": "test"])
        #expect(try await Fired.output(.daprInvoke(app: "a", method: "m"), Item(id: 1)) == ["body": ["id": 1]])
        #expect(try await Fired.output(.daprBinding("b", operation: "create"), "test") == ["data": "test"])
        #expect(try await Fired.output(.daprState("s", key: "k"), String?.none) == .null)
    }

    @Test func `What goes back to the caller is the return value`() async throws {
        #expect(try await Fired.returned(.returnValue, Item(id: 1)) == ["id": 1])
        #expect(try await Fired.returned(.returnValue, [1, 2]) == [1, 2])
        #expect(try await Fired.returned(.returnValue, String?.none) == .null)
        #expect(try await Fired.returned(.toolResult, Item(id: 1)) == #"{"id":1}"#)
        #expect(try await Fired.returned(.toolResult, "plain") == "plain")
    }

    @Test func `A returned object must not overwrite an output`() async {
        await #expect(throws: Fired.Refused.self) {
            _ = try await Fired.returned(.all(.returnValue, .queue("q")), (["output": 1], "x"))
        }
    }

    @Test func `A tool answers with one block or several`() async throws {
        #expect(
            try await Fired.returned(.mcpToolResult, MCPToolResult([.text("hi")], structuredContent: ["a": 1]))
                == #"{"type":"text","content":"{\"type\":\"text\",\"text\":\"hi\"}","structuredContent":"{\"a\":1}"}"#)
        #expect(
            try await Fired.returned(
                .mcpToolResult, MCPToolResult([.image([1], mimeType: "image/png"), .resourceLink("u:1", name: "n")]))
                == #"{"type":"multi_content_result","content":"[{\"type\":\"image\",\"data\":\"AQ==\",\"mimeType\":\"image/png\"},{\"type\":\"resource_link\",\"uri\":\"u:1\",\"name\":\"n\"}]"}"#
        )
        await #expect(throws: Fired.Refused.self) { _ = try await Fired.returned(.mcpToolResult, MCPToolResult([])) }
    }

    @Test func `A generic output takes the form that it is given`() async throws {
        #expect(try await Fired.output(.generic(type: "x", as: .json), "test") == "test")
        #expect(try await Fired.output(.generic(type: "x", as: .text), "test") == ["test"])
        #expect(try await Fired.output(.generic(type: "x", as: .bytes), "test") == "dGVzdA==")
        #expect(try await Fired.output(.generic(type: "x", as: .document), [1]) == "WzFd")
        #expect(try await Fired.output(.generic(type: "x", as: .objects), ["a": 1]) == ["a": 1])
    }
}
