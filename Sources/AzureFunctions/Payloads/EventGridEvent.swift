// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

public import FoundationEssentials

/// An event in the schema of Event Grid.
public struct EventGridEvent<Content: Sendable>: Sendable {
    /// Unique for the source.
    public var id: String
    /// The kind of event, such as `Microsoft.Storage.BlobCreated`.
    public var eventType: String
    /// What the event is about, relative to the topic.
    public var subject: String
    /// When it happened.
    public var eventTime: Date
    /// What happened.
    public var data: Content
    /// The version of the data's shape.
    public var dataVersion: String?
    /// The full resource path of the source; Event Grid sets it.
    public var topic: String?

    /// Creates an event, to be sent or for tests.
    ///
    /// - Parameters:
    ///   - id: Unique for the source.
    ///   - eventType: The kind of event.
    ///   - subject: What the event is about.
    ///   - eventTime: When it happened.
    ///   - data: What happened.
    ///   - dataVersion: The version of the data's shape.
    ///   - topic: The source; Event Grid sets it.
    public init(
        id: String, eventType: String, subject: String, eventTime: Date, data: Content, dataVersion: String? = nil,
        topic: String? = nil
    ) {
        self.id = id
        self.eventType = eventType
        self.subject = subject
        self.eventTime = eventTime
        self.data = data
        self.dataVersion = dataVersion
        self.topic = topic
    }

    private enum CodingKeys: String, CodingKey {
        case id, eventType, subject, eventTime, data, dataVersion, topic
    }
}

extension EventGridEvent: Decodable where Content: Decodable {
    /// Reads an event; `subject` and `data` may be missing where the content may.
    ///
    /// - Parameter decoder: The event's JSON.
    /// - Throws: `DecodingError` when it is not such an event; the invocation then fails.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            id: try values.decode(String.self, forKey: .id),
            eventType: try values.decode(String.self, forKey: .eventType),
            subject: try values.decodeIfPresent(String.self, forKey: .subject) ?? "",
            eventTime: try values.decode(Date.self, forKey: .eventTime),
            data: try LooseJSON.decode(from: values, forKey: .data),
            dataVersion: try values.decodeIfPresent(String.self, forKey: .dataVersion),
            topic: try values.decodeIfPresent(String.self, forKey: .topic))
    }
}

extension EventGridEvent: Encodable where Content: Encodable {
    /// Writes the event; `dataVersion` is required by Event Grid and empty when nil.
    ///
    /// - Parameter encoder: Takes the event's JSON.
    /// - Throws: What the content throws.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(id, forKey: .id)
        try values.encode(eventType, forKey: .eventType)
        try values.encode(subject, forKey: .subject)
        try values.encode(eventTime, forKey: .eventTime)
        try values.encode(data, forKey: .data)
        try values.encode(dataVersion ?? "", forKey: .dataVersion)
        try values.encodeIfPresent(topic, forKey: .topic)
    }
}

extension EventGridEvent: Equatable where Content: Equatable {}
extension EventGridEvent: Hashable where Content: Hashable {}
