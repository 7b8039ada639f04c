// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

public import FoundationEssentials
import StrictJSON

/// A request's body, decoded only when asked for.
public struct RequestBody: Sendable {
    private enum Content: Sendable {
        case bytes([UInt8])
        case text(JSONElement)
        case base64(JSONElement)
    }

    private let content: Content

    init(_ bytes: [UInt8]) {
        content = .bytes(bytes)
    }

    /// `Body` of an envelope: base64 for two kinds of content, text for all others, without a flag that says which
    /// (host contract §7.2).
    init(_ element: JSONElement?, contentType: String?) {
        guard let element, element.kind == .string else {
            content = .bytes([])
            return
        }
        let type = contentType?.prefix { $0 != ";" && $0 != " " }.lowercased() ?? ""
        let isBase64 = type == "application/octet-stream" || type.hasPrefix("multipart/")
        content = isBase64 ? .base64(element) : .text(element)
    }

    /// The bytes.
    ///
    /// Binary content of other types than `application/octet-stream` and `multipart/*` is damaged by the host
    /// in envelope mode; `enableForwardingHttpRequest` in host.json keeps it whole.
    public var bytes: [UInt8] {
        switch content {
        case .bytes(let bytes): bytes
        case .text(let element): Array(element.utf8 ?? [])
        case .base64(let element): Data(base64Encoded: element.string ?? "").map(Array.init) ?? []
        }
    }

    /// The bytes as text; bytes that are not UTF-8 become U+FFFD.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Whether there is nothing.
    public var isEmpty: Bool {
        switch content {
        case .bytes(let bytes): bytes.isEmpty
        case .text(let element), .base64(let element): element.utf8?.isEmpty ?? true
        }
    }

    /// Decodes JSON.
    ///
    /// - Parameters:
    ///   - type: What the body should be.
    ///   - decoder: Where dates or keys need a strategy.
    /// - Returns: The value.
    /// - Throws: ``BadRequest``; left uncaught it becomes a 400 whose text does not repeat the body.
    public func decode<Value: Decodable>(
        _ type: Value.Type = Value.self, using decoder: JSONDecoder = JSONDecoder()
    ) throws(BadRequest) -> Value {
        do {
            return try decoder.decode(type, from: Data(bytes))
        } catch {
            throw BadRequest("The body is not the JSON that this function expects.", cause: error)
        }
    }
}
