// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
import StrictJSON

/// The metadata of Service Bus messages (host contract §7.7).
enum ServiceBusMetadata {
    static let names = [
        "MessageId", "ContentType", "CorrelationId", "Subject", "Label", "To", "ReplyTo", "ReplyToSessionId",
        "SessionId", "PartitionKey", "TransactionPartitionKey", "LockToken", "DeliveryCount", "SequenceNumber",
        "DeadLetterSource", "EnqueuedTimeUtc", "EnqueuedTime", "ExpiresAtUtc", "ExpiresAt", "ApplicationProperties",
        "UserProperties",
    ]
    static let dates: Set = ["EnqueuedTimeUtc", "EnqueuedTime", "ExpiresAtUtc", "ExpiresAt"]

    /// The values; texts that a message lacks are null.
    static func members(_ message: StoredMessage, isMany: Bool) -> JSONObject {
        let sent = message.properties
        let subject = sent["subject"] ?? .null
        let application = sent["applicationProperties"] ?? [:]
        func utc(_ date: Date) -> JSONValue {
            .string(isMany ? HostDate.milliseconds(date) : HostDate.bare(date))
        }
        return [
            "MessageId": .string(message.id),
            "ContentType": sent["contentType"] ?? .null,
            "CorrelationId": sent["correlationId"] ?? .null,
            "Subject": subject,
            "Label": subject,
            "To": sent["to"] ?? .null,
            "ReplyTo": sent["replyTo"] ?? .null,
            "ReplyToSessionId": sent["replyToSessionId"] ?? .null,
            "SessionId": message.session.map(JSONValue.string) ?? .null,
            "PartitionKey": sent["partitionKey"] ?? message.session.map(JSONValue.string) ?? .null,
            "TransactionPartitionKey": .null,
            "LockToken": .string(message.receipt),
            "DeliveryCount": .integer(Int64(message.dequeueCount)),
            "SequenceNumber": .integer(message.sequence),
            "DeadLetterSource": sent["deadLetterSource"] ?? .null,
            "EnqueuedTimeUtc": utc(message.inserted),
            "EnqueuedTime": .string(HostDate.seconds(message.inserted)),
            "ExpiresAtUtc": utc(message.expires),
            "ExpiresAt": .string(HostDate.seconds(message.expires)),
            "ApplicationProperties": application,
            "UserProperties": application,
        ]
    }
}
