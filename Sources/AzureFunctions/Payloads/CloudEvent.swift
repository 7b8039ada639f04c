// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

public import FoundationEssentials

/// An event in the CloudEvents 1.0 schema.
public struct CloudEvent<Content: Sendable>: Sendable {
    /// Unique for the source.
    public var id: String
    /// Where it happened, as a URI reference.
    public var source: String
    /// The kind of event.
    public var type: String
    /// What the event is about, within the source.
    public var subject: String?
    /// When it happened.
    public var time: Date?
    /// What happened; nil for an event without data, or with data that are not JSON.
    public var data: Content?

    /// Creates an event, to be sent or for tests.
    ///
    /// - Parameters:
    ///   - id: Unique for the source.
    ///   - source: Where it happened.
    ///   - type: The kind of event.
    ///   - subject: What the event is about.
    ///   - time: When it happened.
    ///   - data: What happened.
    public init(
        id: String, source: String, type: String, subject: String? = nil, time: Date? = nil, data: Content?
    ) {
        self.id = id
        self.source = source
        self.type = type
        self.subject = subject
        self.time = time
        self.data = data
    }

    private enum CodingKeys: String, CodingKey {
        case id, source, type, subject, time, data, specversion
    }
}

extension CloudEvent: Decodable where Content: Decodable {
    /// Reads an event.
    ///
    /// - Parameter decoder: The event's JSON.
    /// - Throws: `DecodingError` when it is not such an event; the invocation then fails.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        let isEmpty = try !values.contains(.data) || values.decodeNil(forKey: .data)
        self.init(
            id: try values.decode(String.self, forKey: .id),
            source: try values.decode(String.self, forKey: .source),
            type: try values.decode(String.self, forKey: .type),
            subject: try values.decodeIfPresent(String.self, forKey: .subject),
            time: try values.decodeIfPresent(Date.self, forKey: .time),
            data: isEmpty ? nil : try LooseJSON.decode(from: values, forKey: .data))
    }
}

extension CloudEvent: Encodable where Content: Encodable {
    /// Writes the event.
    ///
    /// - Parameter encoder: Takes the event's JSON.
    /// - Throws: What the content throws.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode("1.0", forKey: .specversion)
        try values.encode(id, forKey: .id)
        try values.encode(source, forKey: .source)
        try values.encode(type, forKey: .type)
        try values.encodeIfPresent(subject, forKey: .subject)
        try values.encodeIfPresent(time, forKey: .time)
        try values.encodeIfPresent(data, forKey: .data)
    }
}

extension CloudEvent: Equatable where Content: Equatable {}
extension CloudEvent: Hashable where Content: Hashable {}
