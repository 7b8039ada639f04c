// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

public import FoundationEssentials
public import StrictJSON

/// What the host knows about a message of Service Bus; nil or empty for what it did not send.
public struct ServiceBusMessageProperties: Sendable, Hashable {
    /// The message's id, chosen by the sender.
    public var messageID: String?
    /// The number that the queue or topic gave it.
    public var sequenceNumber: Int?
    /// How often it was delivered, this time included.
    public var deliveryCount: Int?
    /// When it was sent.
    public var enqueuedTime: Date?
    /// When it is dropped.
    public var expirationTime: Date?
    /// The type of its content.
    public var contentType: String?
    /// The id of the message that it belongs to.
    public var correlationID: String?
    /// What it is about.
    public var subject: String?
    /// Whom it is for.
    public var to: String?
    /// Where an answer is to go.
    public var replyTo: String?
    /// The session of an answer.
    public var replyToSessionID: String?
    /// The session.
    public var sessionID: String?
    /// The partition.
    public var partitionKey: String?
    /// The queue or subscription that gave it up as undeliverable.
    public var deadLetterSource: String?
    /// What the sender attached.
    public var applicationProperties: JSONObject

    init(_ reader: MetadataReader) {
        messageID = reader.text("MessageId")
        sequenceNumber = reader.integer("SequenceNumber")
        deliveryCount = reader.integer("DeliveryCount")
        enqueuedTime = reader.date("EnqueuedTimeUtc") ?? reader.date("EnqueuedTime")
        expirationTime = reader.date("ExpiresAtUtc") ?? reader.date("ExpiresAt")
        contentType = reader.text("ContentType")
        correlationID = reader.text("CorrelationId")
        subject = reader.text("Subject") ?? reader.text("Label")
        to = reader.text("To")
        replyTo = reader.text("ReplyTo")
        replyToSessionID = reader.text("ReplyToSessionId")
        sessionID = reader.text("SessionId")
        partitionKey = reader.text("PartitionKey")
        deadLetterSource = reader.text("DeadLetterSource")
        let properties = reader.object("ApplicationProperties")
        applicationProperties = properties.isEmpty ? reader.object("UserProperties") : properties
    }
}
