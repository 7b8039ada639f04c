// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// Lets a trigger see that a payload is a batch, so that the host is asked for many messages at once.
protocol BatchPayload {
    static var elementType: Any.Type { get }
    static func decodeBatch(_ value: BindingValue, _ decoder: any ElementDecoder.Type) throws(UnreadableValue) -> Self
}

extension BatchPayload {
    static func decodeBatch(_ value: BindingValue) throws(UnreadableValue) -> Self {
        try decodeBatch(value, PlainElement.self)
    }
}

/// Reads one element of a batch.
protocol ElementDecoder {
    static func decode<Value: Decodable>(_ type: Value.Type, from value: BindingValue) throws(UnreadableValue) -> Value
}

/// An element that is the message itself.
enum PlainElement: ElementDecoder {
    static func decode<Value: Decodable>(_ type: Value.Type, from value: BindingValue) throws(UnreadableValue) -> Value
    {
        try value.decode(type)
    }
}

extension Array: BatchPayload where Element: Decodable {
    static var elementType: Any.Type { Element.self }

    static func decodeBatch(
        _ value: BindingValue, _ decoder: any ElementDecoder.Type
    ) throws(UnreadableValue) -> [Element] {
        guard let elements = value.elements else { throw UnreadableValue([Element].self, "it is not a batch.") }
        var batch: [Element] = []
        batch.reserveCapacity(elements.count)
        for element in elements { batch.append(try decoder.decode(Element.self, from: element)) }
        return batch
    }
}
