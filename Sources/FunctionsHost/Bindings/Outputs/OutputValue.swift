// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// What a function gave to an output that is not HTTP (host contract §8.3).
enum OutputValue: Sendable, Equatable {
    case bytes([UInt8])
    case json(JSONValue)

    /// A value by the host's rules: a text that .NET takes for base64 becomes bytes, unless the binding is binary.
    init(_ value: JSONValue, isBinary: Bool) {
        if !isBinary, let text = value.string, let bytes = Base64.decode(text) {
            self = .bytes(bytes)
        } else {
            self = .json(value)
        }
    }

    /// The single items: elements of an array, also of one in a text; anything else is one item, null none.
    var items: [OutputValue] {
        switch self {
        case .bytes:
            return [self]
        case .json(let value):
            switch Self.parsed(value) {
            case .null: return []
            case .array(let elements): return elements.filter { !$0.isNull }.map(OutputValue.json)
            case let other: return [.json(other)]
            }
        }
    }

    /// The text of an item; bytes have one only where the service takes bytes.
    var text: String {
        switch self {
        case .bytes: "System.Byte[]"
        case .json(let value): DotNetText.of(value)
        }
    }

    /// An item as bytes.
    var bytes: [UInt8] {
        switch self {
        case .bytes(let bytes): bytes
        case .json: Array(text.utf8)
        }
    }

    /// An item that must be an object.
    var object: JSONObject? {
        guard case .json(let value) = self else { return nil }
        return Self.parsed(value).object
    }

    /// The content of a file: objects and arrays compact, numbers as .NET's `BitConverter` writes them.
    var content: [UInt8] {
        switch self {
        case .bytes(let bytes): return bytes
        case .json(.string(let text)): return Array(text.utf8)
        case .json(.bool(let flag)): return [flag ? 1 : 0]
        case .json(.integer(let number)): return Self.littleEndian(UInt32(truncatingIfNeeded: number))
        case .json(let value):
            if let number = value.double { return Self.littleEndian(number.bitPattern) }
            return value.serialized()
        }
    }

    /// A text with an object or array in it is that object or array.
    private static func parsed(_ value: JSONValue) -> JSONValue {
        guard let text = value.string?.trimmedASCII,
            text.hasPrefix("{") && text.hasSuffix("}")
                || text.hasPrefix("[") && text.hasSuffix("]")
        else { return value }
        return (try? JSONValue(parsing: Array(text.utf8))) ?? value
    }

    private static func littleEndian(_ number: some FixedWidthInteger) -> [UInt8] {
        withUnsafeBytes(of: number.littleEndian, Array.init)
    }
}
