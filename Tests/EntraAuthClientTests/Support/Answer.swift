// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// What a server does with a request.
enum Answer: Sendable {
    /// Sends bytes and keeps the connection, or closes it.
    case bytes([UInt8], close: Bool)
    /// Sends bytes, then the same piece for ever, as fast as the client reads.
    case endless([UInt8], piece: [UInt8])
    /// Sends bytes, then a piece every few milliseconds for ever.
    case drip([UInt8], piece: [UInt8])
    /// Closes the connection.
    case close

    static func text(_ text: String, close: Bool = false) -> Answer { .bytes(Array(text.utf8), close: close) }

    /// 200 with fields and a body of the right length.
    static func ok(_ body: String, fields: String = "Content-Type: application/json\r\n") -> Answer {
        .text("HTTP/1.1 200 OK\r\n\(fields)Content-Length: \(body.utf8.count)\r\n\r\n\(body)")
    }

    static let silence = Answer.bytes([], close: false)
}
