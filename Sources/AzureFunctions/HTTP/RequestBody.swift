// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

public import FoundationEssentials
import StrictJSON

/// A request's body, decoded only when asked for.
///
/// It has come whole, up to the limit of function and app, unless the function declares `streaming: .request`; then it is
/// read with ``chunks`` or ``collect(upTo:)``, and `bytes`, `text` and `decode` have nothing: the runtime answers 500 and
/// says so in the log.
public struct RequestBody: Sendable {
    private enum Content: Sendable {
        case bytes([UInt8])
        case text(JSONElement)
        case base64(JSONElement)
        case streamed(StreamedBody)
    }

    /// What can be read in parts.
    enum Source {
        case whole([UInt8])
        case streamed(StreamedBody)
    }

    private let content: Content

    init(_ bytes: [UInt8]) {
        content = .bytes(bytes)
    }

    init(_ stream: StreamedBody) {
        content = .streamed(stream)
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
        case .bytes(let bytes):
            return bytes
        case .text(let element):
            return Array(element.utf8 ?? [])
        case .base64(let element):
            return Data(base64Encoded: element.string ?? "").map(Array.init) ?? []
        case .streamed(let stream):
            stream.misread()
            return []
        }
    }

    /// The bytes as text; bytes that are not UTF-8 become U+FFFD.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Whether there is nothing; false while a streamed body may still come.
    public var isEmpty: Bool { knownSize == 0 }

    /// Whether the body arrives while it is read.
    public var isStreamed: Bool { if case .streamed = content { true } else { false } }

    /// The number of bytes, where the body has come whole.
    var knownSize: Int? {
        switch content {
        case .bytes(let bytes):
            return bytes.count
        case .text(let element):
            return element.utf8?.count ?? 0
        case .base64(let element):
            guard let text = element.utf8 else { return 0 }
            return text.count / 4 * 3 - text.suffix(2).count { $0 == UInt8(ascii: "=") }
        case .streamed:
            return nil
        }
    }

    var source: Source { if case .streamed(let stream) = content { .streamed(stream) } else { .whole(bytes) } }

    /// Fails when a streamed body was treated as one that has come: its reader saw nothing, whatever it made of it.
    func confirmRead() throws(RequestBodyError) {
        if case .streamed(let stream) = content, stream.isMisread { throw .notCollected }
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
