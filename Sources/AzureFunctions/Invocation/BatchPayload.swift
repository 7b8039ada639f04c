// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// Lets a trigger see that a payload is a batch, so that the host is asked for many messages at once.
protocol BatchPayload {
    static var elementType: Any.Type { get }
    static func decodeBatch(_ value: BindingValue) throws(UnreadableValue) -> Self
}

extension Array: BatchPayload where Element: Decodable {
    static var elementType: Any.Type { Element.self }

    static func decodeBatch(_ value: BindingValue) throws(UnreadableValue) -> [Element] {
        try PayloadDecoder.decodeBatch(Element.self, from: value)
    }
}
