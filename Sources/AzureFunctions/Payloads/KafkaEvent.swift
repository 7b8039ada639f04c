// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

public import FoundationEssentials

/// An event of a Kafka topic with all that the host knows about it (host contract §7.12).
public struct KafkaEvent<Value: Sendable>: Sendable {
    /// One header of an event.
    public struct Header: Sendable, Hashable {
        /// The header's name; several headers may have one name.
        public var key: String
        /// The header's value as the host writes it.
        public var value: String

        /// Creates a header, for tests.
        ///
        /// - Parameters:
        ///   - key: The header's name.
        ///   - value: The header's value.
        public init(key: String, value: String) {
            self.key = key
            self.value = value
        }
    }

    /// What was published.
    public var value: Value
    /// The key as text; nil when the event has none.
    public var key: String?
    /// The topic.
    public var topic: String
    /// The partition.
    public var partition: Int
    /// The place in the partition.
    public var offset: Int64
    /// When it was published.
    public var timestamp: Date?
    /// The headers in order.
    public var headers: [Header]

    /// Creates an event, for tests.
    ///
    /// - Parameters:
    ///   - value: What was published.
    ///   - key: The key as text.
    ///   - topic: The topic.
    ///   - partition: The partition.
    ///   - offset: The place in the partition.
    ///   - timestamp: When it was published.
    ///   - headers: The headers in order.
    public init(
        value: Value, key: String? = nil, topic: String, partition: Int = 0, offset: Int64 = 0,
        timestamp: Date? = nil, headers: [Header] = []
    ) {
        self.value = value
        self.key = key
        self.topic = topic
        self.partition = partition
        self.offset = offset
        self.timestamp = timestamp
        self.headers = headers
    }

    private enum CodingKeys: String, CodingKey {
        case value = "Value"
        case key = "Key"
        case topic = "Topic"
        case partition = "Partition"
        case offset = "Offset"
        case timestamp = "Timestamp"
        case headers = "Headers"
    }
}

extension KafkaEvent: Decodable where Value: Decodable {
    /// Reads an event; what only tells about it may be missing.
    ///
    /// - Parameter decoder: The event's JSON.
    /// - Throws: `DecodingError` when it is not such an event; the invocation then fails.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            value: try LooseJSON.decode(from: values, forKey: .value),
            key: (try? values.decode(String.self, forKey: .key))
                ?? (try? values.decode(Int64.self, forKey: .key)).map { "\($0)" },
            topic: try values.decode(String.self, forKey: .topic),
            partition: (try? values.decode(Int.self, forKey: .partition)) ?? 0,
            offset: (try? values.decode(Int64.self, forKey: .offset)) ?? 0,
            timestamp: try? values.decode(Date.self, forKey: .timestamp),
            headers: (try? values.decode([Header].self, forKey: .headers)) ?? [])
    }
}

extension KafkaEvent: Encodable where Value: Encodable {
    /// Writes the event for an output: the value as text, which is JSON unless it is a `String`.
    ///
    /// - Parameter encoder: Takes the event's JSON.
    /// - Throws: When the value cannot be written as text; the invocation then fails.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(OutputItem.document(value)?.text, forKey: .value)
        try values.encodeIfPresent(key, forKey: .key)
        try values.encode(topic, forKey: .topic)
        try values.encode(partition, forKey: .partition)
        try values.encode(offset, forKey: .offset)
        try values.encodeIfPresent(timestamp, forKey: .timestamp)
        try values.encode(headers, forKey: .headers)
    }
}

extension KafkaEvent.Header: Codable {
    private enum CodingKeys: String, CodingKey {
        case key = "Key"
        case value = "Value"
    }
}

extension KafkaEvent: Equatable where Value: Equatable {}
extension KafkaEvent: Hashable where Value: Hashable {}
