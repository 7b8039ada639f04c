// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions
import FoundationEssentials
import StrictJSON
import Testing

@Suite struct `Metadata of a trigger` {
    private let moment = Date(timeIntervalSince1970: 1_729_764_672)

    @Test func `A queue message's properties are values`() async throws {
        let message = try await Fired.metadata(
            #"""
            {"DequeueCount":"3","ExpirationTime":"2024-10-31T10:11:12+00:00","Id":"\"6bd4\"","InsertionTime":"2024-10-24T10:11:12+00:00","NextVisibleTime":"2024-10-24T10:21:12+00:00","PopReceipt":"\"AgAA\"","sys":{}}
            """#
        ).queueMessage
        #expect(message.dequeueCount == 3)
        #expect(message.id == "6bd4")
        #expect(message.popReceipt == "AgAA")
        #expect(message.insertionTime == moment)
        #expect(message.nextVisibleTime == moment + 600)
        #expect(message.expirationTime == moment + 7 * 86_400)
    }

    @Test func `A blob's properties are values`() async throws {
        let blob = try await Fired.metadata(
            #"""
            {"Uri":"\"https://a/c/n\"","Properties":{"ContentType":"text/plain","ContentLength":12,"LastModified":"2024-10-24T10:11:12+00:00","ETag":"\"0x1\""},"Metadata":{"by":"me"},"name":"\"n\""}
            """#
        ).blob
        #expect(blob.uri == "https://a/c/n")
        #expect(blob.contentType == "text/plain")
        #expect(blob.length == 12)
        #expect(blob.lastModified == moment)
        #expect(blob.metadata == ["by": "me"])
        #expect(blob.properties["ContentLength"] == 12)
    }

    @Test func `A Service Bus message's properties are values`() async throws {
        let message = try await Fired.metadata(
            #"""
            {"MessageId":"\"m1\"","ContentType":"\"text/plain\"","CorrelationId":"null","Label":"\"old\"","SessionId":"\"s\"","DeliveryCount":"2","SequenceNumber":"42","EnqueuedTimeUtc":"2024-10-24T10:11:12","ExpiresAt":"2024-10-24T10:11:12+00:00","UserProperties":{"a":1},"MessageActions":{}}
            """#
        ).serviceBusMessage
        #expect(message.messageID == "m1")
        #expect(message.contentType == "text/plain")
        #expect(message.correlationID == nil)
        #expect(message.subject == "old")
        #expect(message.sessionID == "s")
        #expect(message.deliveryCount == 2)
        #expect(message.sequenceNumber == 42)
        #expect(message.enqueuedTime == moment)
        #expect(message.expirationTime == moment)
        #expect(message.applicationProperties == ["a": 1])
    }

    @Test func `A batch has properties for each message in its order`() async throws {
        let events = try await Fired.metadata(
            #"""
            {"PartitionContext":{},"PartitionKeyArray":"[null,\"k\"]","OffsetArray":"[\"0\",\"88\"]","SequenceNumberArray":"[0,1]","EnqueuedTimeUtcArray":"[\"2024-10-24T10:11:12.123Z\",\"2024-10-24T10:11:12.130Z\"]","PropertiesArray":"[{},{\"a\":1}]","SystemPropertiesArray":"[{},{}]"}
            """#
        ).eventHubEvents
        #expect(events.map(\.partitionKey) == [nil, "k"])
        #expect(events.map(\.offset) == ["0", "88"])
        #expect(events.map(\.sequenceNumber) == [0, 1])
        #expect(events.map(\.enqueuedTime) == [moment + 0.123, moment + 0.13])
        #expect(events.map(\.properties) == [[:], ["a": 1]])
        let messages = try await Fired.metadata(
            #"{"MessageIdArray":"[\"a\",\"b\"]","DeliveryCountArray":"[1]"}"#
        ).serviceBusMessages
        #expect(messages.map(\.messageID) == ["a", "b"])
        #expect(messages.map(\.deliveryCount) == [1, nil])
        let kafka = try await Fired.metadata(
            #"{"OffsetArray":"[7]","PartitionArray":"[1]","TopicArray":"[\"t\"]","KeyArray":"[null]"}"#
        ).kafkaEvents
        #expect(kafka.map(\.offset) == [7])
        #expect(kafka.map(\.topic) == ["t"])
        #expect(kafka.map(\.key) == [nil])
    }

    @Test func `One event's properties are read without arrays`() async throws {
        let values = try await Fired.metadata(
            #"{"Offset":"\"5\"","SequenceNumber":"9","PartitionKey":"null","EnqueuedTimeUtc":"2024-10-24T10:11:12","Partition":"3","Topic":"\"t\"","Timestamp":"2024-10-24T10:11:12","Key":"\"k\""}"#
        )
        #expect(values.eventHubEvent.offset == "5")
        #expect(values.eventHubEvent.sequenceNumber == 9)
        #expect(values.eventHubEvent.partitionKey == nil)
        #expect(values.eventHubEvent.enqueuedTime == moment)
        #expect(values.kafkaEvent.partition == 3)
        #expect(values.kafkaEvent.offset == 5)
        #expect(values.kafkaEvent.timestamp == moment)
    }

    @Test(arguments: [
        "{}", #"{"DequeueCount":null,"Properties":5,"SequenceNumberArray":"{}","MessageIdArray":"x"}"#,
        #"{"DequeueCount":"99999999999999999999","Properties":"[","SequenceNumberArray":"[]","EnqueuedTimeUtc":"soon"}"#,
    ])
    func `Nothing traps on what is missing or strange`(members: String) async throws {
        let values = try await Fired.metadata(members)
        #expect(values.queueMessage.dequeueCount == nil)
        #expect(values.blob.properties.isEmpty)
        #expect(values.serviceBusMessage.messageID == nil)
        #expect(values.serviceBusMessages.isEmpty)
        #expect(values.eventHubEvents.isEmpty)
        #expect(values.eventHubEvent.enqueuedTime == nil)
        #expect(values.kafkaEvents.isEmpty)
    }
}
