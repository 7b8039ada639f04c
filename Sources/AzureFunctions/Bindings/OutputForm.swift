// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// The form in which the host takes the items of an output unchanged (host contract §8.2, §8.3).
///
/// The host decodes strings that happen to be base64, prints JSON with indentation and rewrites texts that look like
/// dates; each form goes around that.
enum OutputForm: Sendable {
    /// Bytes: queue, blob, event hub. A single item is put into base64, which the host takes off again.
    case bytes
    /// One document, never several items: blob.
    case document
    /// Text: Service Bus, Kafka. Items stand in an array, where the host does not look for base64.
    case text
    /// JSON objects: tables, documents, events of a schema.
    case objects
    /// Any JSON, as it is.
    case json

    func encode(_ value: some Encodable) throws(UnsayableOutput) -> JSONValue {
        switch self {
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
