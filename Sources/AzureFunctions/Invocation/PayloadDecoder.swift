// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
import StrictJSON

/// Turns a binding's value into what a function declares.
enum PayloadDecoder {
    static func decode<Value: Decodable>(
        _ type: Value.Type, from value: BindingValue
    ) throws(UnreadableValue) -> Value {
        if type == String.self, let text = value.text as? Value { return text }
        if type == JSONValue.self { return try cast(json(value.utf8)) }
        if type == [UInt8].self {
            guard let bytes = value.bytes else { throw UnreadableValue(type, "it is not base64.") }
            return try cast(bytes)
        }
        if type == Date.self {
            guard let date = value.date else { throw UnreadableValue(type, "it is not a date.") }
            return try cast(date)
        }
        if type == Bool.self, let flag = value.bool { return try cast(flag) }
        if let optional = type as? any OptionalPayload.Type {
            return try cast(try optional.decode(value) as Any)
        }
        return try decodeJSON(type, value.utf8)
    }

    static func decodeJSON<Value: Decodable>(
        _ type: Value.Type, _ text: [UInt8]
    ) throws(UnreadableValue) -> Value {
        do {
            return try decoder.decode(type, from: Data(text))
        } catch let error as DecodingError {
            // An enumeration of strings comes as bare text.
            if let value = try? decoder.decode(type, from: Data(quoted(text))) { return value }
            throw UnreadableValue(type, reason(error))
        } catch {
            throw UnreadableValue(type, "it is not JSON.")
        }
    }

    private static func quoted(_ text: [UInt8]) -> [UInt8] { JSONWriter.bytes { $0.string(utf8: text) } }

    static func json(_ text: [UInt8]) throws(UnreadableValue) -> JSONValue {
        do throws(JSONError) {
            return try JSONValue(parsing: text, limits: Envelope.limits)
        } catch {
            throw UnreadableValue(JSONValue.self, "it is not JSON (\(error.code)).")
        }
    }

    static func cast<Value>(_ value: Any) throws(UnreadableValue) -> Value {
        guard let value = value as? Value else { throw UnreadableValue(Value.self, "it is of another type.") }
        return value
    }

    /// Where in the value, never what stands there.
    private static func reason(_ error: DecodingError) -> String {
        func path(_ context: DecodingError.Context, _ key: (any CodingKey)? = nil) -> String {
            let keys = context.codingPath + [key].compactMap(\.self)
            return keys.isEmpty ? "the top" : keys.map(\.stringValue).joined(separator: ".")
        }
        return switch error {
        case .keyNotFound(let key, let context): "\(path(context, key)) is missing."
        case .valueNotFound(_, let context): "\(path(context)) is null."
        case .typeMismatch(let type, let context): "\(path(context)) is not \(type)."
        case .dataCorrupted(let context): "\(path(context)) is not usable."
        @unknown default: "it is not usable."
        }
    }

    private static var decoder: JSONDecoder {
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .custom { decoder in
            let container = try decoder.singleValueContainer()
            guard let date = HostDate.parse(try container.decode(String.self)) else {
                throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a date")
            }
            return date
        }
        return decoder
    }
}
