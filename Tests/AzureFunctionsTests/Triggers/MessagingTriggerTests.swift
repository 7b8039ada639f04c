// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions
import FoundationEssentials
import StrictJSON
import Testing

private struct Reading: Codable, Sendable, Equatable {
    let t: Int
}

@Suite struct `Messaging triggers` {
    @Test func `A Service Bus message is one, or a batch when the payload is an array`() async throws {
        let bus = "Bus"
        #expect(
            try await Fired.payload(.serviceBusQueue("q", connection: bus, of: Reading.self), #""\"{\\\"t\\\":1}\"""#)
                == Reading(t: 1))
        #expect(
            try await Fired.payload(
                .serviceBusQueue("q", connection: bus, of: [Reading].self), #""[\"{\\\"t\\\":1}\",\"{\\\"t\\\":2}\"]""#)
                == [Reading(t: 1), Reading(t: 2)])
        #expect(
            try await Fired.payload(
                .serviceBusTopic("t", subscription: "s", connection: bus, of: [String].self),
                #""[\"m1\",\"[2]\",\"null\"]""#) == ["m1", "[2]", "null"])
        #expect(
            try await Fired.payload(
                .serviceBusTopic("t", subscription: "s", connection: bus, of: [[UInt8]].self), #""[\"AP8=\",\"\"]""#)
                == [[0, 255], []])
    }

    @Test func `Events of an event hub come in the host's two forms of a batch`() async throws {
        let trigger = Trigger.eventHub("h", connection: "Hub", of: [Reading].self)
        #expect(try await Fired.payload(trigger, #""[{\"t\":1},{\"t\":2}]""#) == [Reading(t: 1), Reading(t: 2)])
        #expect(
            try await Fired.payload(trigger, #""[\"{\\\"t\\\":1}\",\"{\\\"t\\\":2}\"]""#)
                == [Reading(t: 1), Reading(t: 2)])
        #expect(try await Fired.payload(trigger, #""[]""#) == [])
    }

    @Test func `A batch with one unreadable event fails, and so does what is no batch`() async {
        for value in [#""[{\"t\":1},\"no\"]""#, #""{\"t\":1}""#, #""\"x\"""#] {
            await #expect(throws: Fired.Refused.self) {
                _ = try await Fired.payload(Trigger.eventHub("h", connection: "Hub", of: [Reading].self), value)
            }
        }
    }

    @Test func `An Event Grid event is an object, several are an array`() async throws {
        let event = #"""
            {"id":"1","topic":"/t","subject":"s","eventType":"T","eventTime":"2024-10-24T10:11:12Z","data":{"t":1},"dataVersion":"1.0","metadataVersion":"1"}
            """#
        let one = try await Fired.payload(.eventGrid(of: EventGridEvent<Reading>.self), event)
        #expect(
            one
                == EventGridEvent(
                    id: "1", eventType: "T", subject: "s", eventTime: Date(timeIntervalSince1970: 1_729_764_672),
                    data: Reading(t: 1), dataVersion: "1.0", topic: "/t"))
        let text = String(decoding: JSONValue.string("[\(event)]").serialized(), as: UTF8.self)
        #expect(try await Fired.payload(.eventGrid(of: [EventGridEvent<Reading>].self), text) == [one])
        #expect(try await Fired.payload(.eventGrid(of: JSONValue.self), event)["subject"] == "s")
    }

    @Test func `A CloudEvent may lack time, subject and data`() async throws {
        let full = #"""
            {"specversion":"1.0","id":"1","source":"/s","type":"T","subject":"x","time":"2024-10-24T10:11:12.5Z","data":{"t":1}}
            """#
        let event = try await Fired.payload(.eventGrid(of: CloudEvent<Reading>.self), full)
        #expect(event.data == Reading(t: 1))
        #expect(event.time == Date(timeIntervalSince1970: 1_729_764_672.5))
        let bare = #"{"specversion":"1.0","id":"1","source":"/s","type":"T","data":null}"#
        #expect(
            try await Fired.payload(.eventGrid(of: CloudEvent<Reading>.self), bare)
                == CloudEvent(id: "1", source: "/s", type: "T", data: nil))
        let text = #"{"id":"1","source":"/s","type":"T","data":"{\"t\":2}"}"#
        #expect(
            try await Fired.payload(.daprTopic("t", pubSub: "p", of: CloudEvent<Reading>.self), text).data
                == Reading(t: 2))
    }

    @Test func `An event without what it must have fails the invocation`() async {
        await #expect(throws: Fired.Refused.self) {
            _ = try await Fired.payload(.eventGrid(of: EventGridEvent<Reading>.self), #"{"id":"1"}"#)
        }
    }

    @Test func `An invocation of SignalR is read member by member`() async throws {
        let value = #"""
            {"Arguments":["hi",{"t":1},null],"Error":null,"Category":"messages","Event":"send","Hub":"chat","ConnectionId":"c1","UserId":"u1","Headers":{"x":"1"},"Query":{"q":"2"},"Claims":{"role":"admin"}}
            """#
        let call = try await Fired.payload(.signalR(hub: "chat", message: "send"), value)
        #expect(
            call
                == SignalRInvocation(
                    hub: "chat", event: "send", arguments: ["hi", ["t": 1], nil], connectionID: "c1", userID: "u1",
                    headers: ["x": "1"], query: ["q": "2"], claims: ["role": "admin"]))
        #expect(try call.argument(0) == "hi")
        #expect(try call.argument(1) == Reading(t: 1))
        #expect(try call.argument(1, as: Reading?.self) == Reading(t: 1))
        #expect(try call.argument(2) == Int?.none)
        #expect(throws: UnreadableValue.self) { try call.argument(3, as: String.self) }
        #expect(throws: UnreadableValue.self) { try call.argument(1, as: Int.self) }
    }

    @Test func `An invocation of SignalR with nothing in it does not trap`() async throws {
        #expect(
            try await Fired.payload(.signalR(hub: "chat", on: .disconnected), "{}")
                == SignalRInvocation(hub: "", category: "", event: ""))
    }
}
