// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions
import FoundationEssentials
import StrictJSON
import Testing

private struct Order: Codable, Sendable, Equatable {
    let id: Int
}

@Suite struct `Kafka triggers` {
    /// An event as the host sends it: the text of an object, double-encoded.
    private func wire(_ value: JSONValue, twice: Bool = true) -> String {
        let event: JSONValue = [
            "Offset": 364, "Partition": 2, "Topic": "orders", "Timestamp": "2024-10-24T10:11:12.500Z",
            "Value": value, "Key": "k1", "Headers": [["Key": "test", "Value": "swift"]],
        ]
        let text = String(decoding: event.serialized(), as: UTF8.self)
        let once = JSONValue.string(text).serialized()
        guard twice else { return String(decoding: once, as: UTF8.self) }
        return String(decoding: JSONValue.string(String(decoding: once, as: UTF8.self)).serialized(), as: UTF8.self)
    }

    private func trigger<Payload: Decodable & Sendable>(_ type: Payload.Type) -> Trigger<Payload> {
        .kafka("orders", brokers: ["b"], of: type)
    }

    @Test(arguments: [true, false])
    func `The value of an event is taken out`(twice: Bool) async throws {
        #expect(try await Fired.payload(trigger(String.self), wire("hi", twice: twice)) == "hi")
        #expect(try await Fired.payload(trigger(Order.self), wire(#"{"id":5}"#, twice: twice)) == Order(id: 5))
        #expect(try await Fired.payload(trigger(Order.self), wire(["id": 5], twice: twice)) == Order(id: 5))
    }

    @Test func `A whole event has key, headers, topic and place`() async throws {
        let event = try await Fired.payload(trigger(KafkaEvent<Order>.self), wire(#"{"id":5}"#))
        #expect(
            event
                == KafkaEvent(
                    value: Order(id: 5), key: "k1", topic: "orders", partition: 2, offset: 364,
                    timestamp: Date(timeIntervalSince1970: 1_729_764_672.5),
                    headers: [KafkaEvent.Header(key: "test", value: "swift")]))
    }

    @Test func `A batch is read event by event`() async throws {
        let one = #"{\"Offset\":1,\"Partition\":0,\"Topic\":\"t\",\"Value\":\"{\\\"id\\\":1}\"}"#
        let batch = #""[\#(one),\#(one)]""#
        #expect(try await Fired.payload(trigger([Order].self), batch) == [Order(id: 1), Order(id: 1)])
        #expect(
            try await Fired.payload(trigger([KafkaEvent<String>].self), batch).map(\.value) == [
                #"{"id":1}"#, #"{"id":1}"#,
            ])
    }

    @Test func `A value that comes alone is read as it is`() async throws {
        #expect(try await Fired.payload(trigger(String.self), #""\"hi\"""#) == "hi")
        #expect(try await Fired.payload(trigger([UInt8].self), #""AP8=""#) == [0, 255])
        #expect(try await Fired.payload(trigger(Order.self), #""\"{\\\"id\\\":5}\"""#) == Order(id: 5))
    }
}
