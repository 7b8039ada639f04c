// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

public import FoundationEssentials

/// What the host knows about an event of a Kafka topic; nil for what it did not send.
public struct KafkaEventProperties: Sendable, Hashable {
    /// The key as text.
    public var key: String?
    /// The topic.
    public var topic: String?
    /// The partition.
    public var partition: Int?
    /// The place in the partition.
    public var offset: Int?
    /// When it was published.
    public var timestamp: Date?

    init(_ reader: MetadataReader) {
        key = reader.text("Key")
        topic = reader.text("Topic")
        partition = reader.integer("Partition")
        offset = reader.integer("Offset")
        timestamp = reader.date("Timestamp")
    }
}
