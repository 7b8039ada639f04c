// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
import StrictJSON

/// A trigger's or an input's value, encoded as the host encodes it (host contract §7.1, §7.3).
struct EmulatedPayload {
    private enum Item {
        case text(String)
        case bytes([UInt8])

        var text: String {
            switch self {
            case .text(let text): text
            case .bytes(let bytes): String(decoding: bytes, as: UTF8.self)
            }
        }

        var base64: String {
            switch self {
            case .text(let text): Data(text.utf8).base64EncodedString()
            case .bytes(let bytes): Data(bytes).base64EncodedString()
            }
        }
    }

    /// Triggers whose value the host hands over as an object.
    private static let objectTypes: Set = [
        "eventGridTrigger", "signalRTrigger", "timerTrigger", "warmupTrigger", "signalRConnectionInfo",
    ]

    let wire: JSONValue
    /// The top members of a text that holds a JSON object; the host adds them to the metadata.
    let members: JSONObject

    init(_ value: some Encodable & Sendable, for binding: EmulatedFunction.Binding) throws {
        if binding.cardinality == "many" {
            let items = try Self.items(value)
            let texts = items.map { JSONValue.string(binding.dataType == "binary" ? $0.base64 : $0.text) }
            wire = Self.encoded(.array(texts))
            members = [:]
            return
        }
        let item = try Self.item(value)
        if binding.dataType == "binary" || binding.type == "blobTrigger" {
            wire = .string(item.base64)
            members = [:]
            return
        }
        let parsed = try? JSONValue(parsing: Array(item.text.utf8))
        if Self.objectTypes.contains(binding.type), case .object? = parsed {
            wire = parsed ?? .null
            members = [:]
            return
        }
        let isNull = item.text == "null" && !(value is String)
        wire = isNull ? "null" : Self.encoded(.string(item.text))
        members = parsed?.object ?? [:]
    }

    /// The one encoding rule: objects nested, anything else as JSON text in a string (host contract §7.1).
    static func encoded(_ value: JSONValue) -> JSONValue {
        if case .object = value { return value }
        return .string(String(decoding: value.serialized(), as: UTF8.self))
    }

    private static func items(_ value: any Encodable & Sendable) throws -> [Item] {
        if value is [UInt8] { return [try item(value)] }
        guard let values = value as? [any Encodable & Sendable] else { return [try item(value)] }
        return try values.map { try item($0) }
    }

    private static func item(_ value: any Encodable & Sendable) throws -> Item {
        switch value {
        case let text as String: return .text(text)
        case let bytes as [UInt8]: return .bytes(bytes)
        case let json as JSONValue: return .text(String(decoding: json.serialized(), as: UTF8.self))
        default:
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            encoder.dateEncodingStrategy = .iso8601
            return .text(String(decoding: try encoder.encode(value), as: UTF8.self))
        }
    }
}
