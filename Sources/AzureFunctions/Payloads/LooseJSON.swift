// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials

/// Reads a value that may stand as JSON, or as a text that holds it: JSON for most types, base64 for bytes.
enum LooseJSON {
    static func decode<Value: Decodable, Key: CodingKey>(
        _ type: Value.Type = Value.self, from values: KeyedDecodingContainer<Key>, forKey key: Key
    ) throws -> Value {
        if type == [UInt8].self, let text = try? values.decode(String.self, forKey: key),
            let bytes = Data(base64Encoded: text), let value = Array(bytes) as? Value
        {
            return value
        }
        do {
            return try values.decode(type, forKey: key)
        } catch let error as DecodingError {
            guard let text = try? values.decode(String.self, forKey: key),
                let value = try? PayloadDecoder.decode(type, content: Array(text.utf8))
            else { throw error }
            return value
        }
    }
}
