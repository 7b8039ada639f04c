// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

public import FoundationEssentials
public import StrictJSON

/// What the host knows about an event of an event hub; nil or empty for what it did not send.
public struct EventHubEventProperties: Sendable, Hashable {
    /// The key by which the sender chose the partition.
    public var partitionKey: String?
    /// The place in the partition's stream.
    public var offset: String?
    /// The number in the partition.
    public var sequenceNumber: Int?
    /// When the event hub took it.
    public var enqueuedTime: Date?
    /// What the sender attached.
    public var properties: JSONObject
    /// What the event hub attached.
    public var systemProperties: JSONObject

    init(_ reader: MetadataReader) {
        partitionKey = reader.text("PartitionKey")
        offset = reader.text("Offset")
        sequenceNumber = reader.integer("SequenceNumber")
        enqueuedTime = reader.date("EnqueuedTimeUtc")
        properties = reader.object("Properties")
        systemProperties = reader.object("SystemProperties")
    }
}
