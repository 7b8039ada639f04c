// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// The form in which the host takes the items of an output unchanged (host contract §8.2, §8.3).
///
/// The host decodes strings that happen to be base64, prints JSON with indentation and rewrites texts that look like
/// dates; each form goes around that. Every output of this library has the right one; ``Output/generic(type:fields:as:)``
/// asks for it.
public struct OutputForm: Sendable, Hashable {
    private enum Kind: Sendable {
        case bytes, document, text, objects, json
    }

    private let kind: Kind

    /// Bytes, as queues and event hubs take: a single item is put into base64, which the host takes off again.
    public static let bytes = OutputForm(kind: .bytes)
    /// One document, never several items, as blobs are.
    public static let document = OutputForm(kind: .document)
    /// Text, as Service Bus and Kafka take: items stand in an array, where the host does not look for base64.
    public static let text = OutputForm(kind: .text)
    /// JSON objects, as tables, documents and events of a schema are.
    public static let objects = OutputForm(kind: .objects)
    /// Any JSON, as it is; strings are not protected.
    public static let json = OutputForm(kind: .json)

    func encode(_ value: some Encodable) throws(UnsayableOutput) -> JSONValue {
        switch kind {
        case .bytes:
            let items = try OutputItem.items(of: value)
            guard items.count != 1 else { return items[0].base64 }
            return items.isEmpty ? .null : .array(try Self.texts(items))
        case .document:
            return try OutputItem.document(value)?.base64 ?? .null
        case .text:
            let items = try OutputItem.items(of: value)
            return items.isEmpty ? .null : .array(try Self.texts(items))
        case .objects:
            let items = try OutputItem.items(of: value).map { item throws(UnsayableOutput) in try item.object }
            return items.isEmpty ? .null : items.count == 1 ? items[0] : .array(items)
        case .json:
            return try OutputItem.json(value)
        }
    }

    private static func texts(_ items: [OutputItem]) throws(UnsayableOutput) -> [JSONValue] {
        try items.map { item throws(UnsayableOutput) in
            let text = try item.text
            guard !HostDateForm.isRecognized(text) else { throw .date }
            return .string(text)
        }
    }
}
