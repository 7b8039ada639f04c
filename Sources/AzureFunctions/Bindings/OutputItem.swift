// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
import StrictJSON

/// One item of an output.
enum OutputItem: Sendable {
    case text(String)
    case bytes([UInt8])
    /// The JSON text of a value.
    case json([UInt8])

    /// The items of a value: none for nil, several for an array, else one.
    ///
    /// Bytes are one item.
    static func items(of value: any Encodable) throws(UnsayableOutput) -> [OutputItem] {
        if let bytes = bytes(value) { return [.bytes(bytes)] }
        if let values = value as? any OutputSequence {
            var items: [OutputItem] = []
            for item in values.outputItems { items += try self.items(of: item) }
            return items
        }
        if case .null? = value as? JSONValue { return [] }
        return [try single(value)]
    }

    /// A value as one item, whatever it is; nil for nil.
    static func document(_ value: any Encodable) throws(UnsayableOutput) -> OutputItem? {
        if let optional = value as? any OptionalOutput {
            guard let wrapped = optional.wrappedOutput else { return nil }
            return try document(wrapped)
        }
        return try single(value)
    }

    /// A value as JSON.
    static func json(_ value: any Encodable) throws(UnsayableOutput) -> JSONValue {
        if let value = value as? JSONValue { return value }
        return try parse(encode(value))
    }

    var base64: JSONValue { .string(Data(utf8).base64EncodedString()) }

    var text: String {
        get throws(UnsayableOutput) {
            switch self {
            case .text(let text): return text
            case .bytes(let bytes), .json(let bytes):
                guard let text = String(validating: bytes, as: UTF8.self) else { throw .binary }
                return text
            }
        }
    }

    var object: JSONValue {
        get throws(UnsayableOutput) {
            guard case .object(let object) = try Self.parse(utf8) else { throw .notAnObject }
            return .object(object)
        }
    }

    private var utf8: [UInt8] {
        switch self {
        case .text(let text): Array(text.utf8)
        case .bytes(let bytes), .json(let bytes): bytes
        }
    }

    /// An array of bytes; an empty array of anything else could be cast to it too.
    private static func bytes(_ value: any Encodable) -> [UInt8]? {
        type(of: value) == [UInt8].self ? value as? [UInt8] : nil
    }

    private static func single(_ value: any Encodable) throws(UnsayableOutput) -> OutputItem {
        if let bytes = bytes(value) { return .bytes(bytes) }
        return switch value {
        case let text as String: .text(text)
        case let data as Data: .bytes(Array(data))
        case let json as JSONValue: .json(json.serialized())
        default: .json(try encode(value))
        }
    }

    private static func encode(_ value: any Encodable) throws(UnsayableOutput) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.dateEncodingStrategy = .iso8601
        do { return Array(try encoder.encode(value)) } catch { throw .encoding("\(error)") }
    }

    private static func parse(_ text: [UInt8]) throws(UnsayableOutput) -> JSONValue {
        do throws(JSONError) {
            return try JSONValue(parsing: text, limits: Envelope.limits)
        } catch {
            throw .encoding("\(error)")
        }
    }
}
