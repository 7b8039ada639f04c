// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

package import NIOHTTP1

/// The head of a request (RFC 9112 §3, §5, §6).
package struct RequestHead: Sendable {
    /// How the end of the body is known.
    enum Framing: Sendable, Hashable {
        case length(Int)
        case chunked
    }

    package let method: HTTPMethod
    package let target: String
    /// Of HTTP/1.x.
    let minorVersion: Int
    package let fields: HeaderFields
    let framing: Framing
    /// Whether the client keeps the connection.
    package let isKeepAlive: Bool
    /// Whether the client waits for `100 Continue`.
    let expectsContinue: Bool
    /// Whether the client asks for another protocol, and might go on in it.
    let asksForUpgrade: Bool

    /// The announced length of the body; 0 when it comes in chunks.
    var length: Int { if case .length(let length) = framing { length } else { 0 } }

    var hasBody: Bool { framing != .length(0) }
}
