// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
import StrictJSON

extension PayloadDecoder {
    /// Content that the host sends in base64: the bytes themselves, their text, or the JSON that they hold.
    static func decodeContent<Value: Decodable>(
        _ type: Value.Type, from value: BindingValue
    ) throws(UnreadableValue) -> Value {
        // A text that was not put into base64 stands in quotes, which no base64 has.
        guard let bytes = value.raw.string.flatMap({ Data(base64Encoded: $0) }) else {
            return try decode(type, from: value)
        }
        return try decode(type, content: Array(bytes))
    }

    /// Bytes as they are, as text, or as JSON.
    static func decode<Value: Decodable>(
        _ type: Value.Type, content: [UInt8]
    ) throws(UnreadableValue) -> Value {
        if type == [UInt8].self { return try cast(content) }
        if type == JSONValue.self { return try cast(json(content)) }
        guard type == String.self else { return try decodeJSON(type, content) }
        guard let text = String(validating: content, as: UTF8.self) else {
            throw UnreadableValue(type, "it is not UTF-8.")
        }
        return try cast(text)
    }
}
