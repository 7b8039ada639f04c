// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import NIOCore
import NIOHTTP1

/// Writes answers as bytes (RFC 9112 §4, §5, §7.1).
struct ResponseEncoder {
    /// How the client knows the end of the body.
    enum Framing {
        case length(Int)
        case chunked
        /// By the length among the fields, by the end of the connection, or because there is no body.
        case asIs
    }

    /// Of HTTP/1.x, as the request's.
    let minorVersion: Int

    /// Writes the head.
    ///
    /// - Parameters:
    ///   - status: The status.
    ///   - fields: The header fields without those that the framing says.
    ///   - framing: How the client knows the end of the body.
    ///   - closes: Whether the connection ends afterwards.
    ///   - output: Where to.
    func writeHead(
        _ status: HTTPResponseStatus, _ fields: HTTPHeaders, _ framing: Framing, closes: Bool,
        to output: inout ByteBuffer
    ) {
        if status == .ok, minorVersion == 1 {
            output.writeStaticString("HTTP/1.1 200 OK\r\n")
        } else {
            output.writeString("HTTP/1.\(minorVersion) \(status.code) \(status.reasonPhrase)\r\n")
        }
        for (name, value) in fields { Self.writeField(name, value, to: &output) }
        switch framing {
        case .length(let length):
            output.writeStaticString("Content-Length: ")
            output.writeString(String(length))
            output.writeStaticString("\r\n")
        case .chunked:
            output.writeStaticString("Transfer-Encoding: chunked\r\n")
        case .asIs:
            break
        }
        output.writeStaticString(closes ? "Connection: close\r\n\r\n" : "\r\n")
    }

    /// Writes a part of a body that comes in chunks.
    static func writeChunk(_ bytes: [UInt8], to output: inout ByteBuffer) {
        guard !bytes.isEmpty else { return }
        output.writeString(String(bytes.count, radix: 16))
        output.writeStaticString("\r\n")
        output.writeBytes(bytes)
        output.writeStaticString("\r\n")
    }

    /// Writes the end of a body that comes in chunks.
    static func writeLastChunk(to output: inout ByteBuffer) { output.writeStaticString("0\r\n\r\n") }

    private static func writeField(_ name: String, _ value: String, to output: inout ByteBuffer) {
        output.writeString(name)
        output.writeStaticString(": ")
        // A line break in a value would begin a field, or an answer, that nobody wrote.
        if value.utf8.contains(where: \.isControlCharacter) {
            output.writeBytes(value.utf8.lazy.map { $0.isControlCharacter ? 0x20 : $0 })
        } else {
            output.writeString(value)
        }
        output.writeStaticString("\r\n")
    }
}
