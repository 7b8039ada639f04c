// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// Requests as text.
enum RawRequest {
    /// `POST /{name}` as the host sends it (host contract §4.2).
    static func invoke(_ name: String, _ body: String, id: String = Door.invocationID, more: String = "") -> String {
        "POST /\(name) HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Azure-Functions-HostVersion: 4.1037.0.0\r\n"
            + "X-Azure-Functions-InvocationId: \(id)\r\nContent-Type: application/json; charset=utf-8\r\n\(more)"
            + "Content-Length: \(body.utf8.count)\r\n\r\n\(body)"
    }

    /// A request without body.
    static func plain(_ method: String, _ target: String, more: String = "") -> String {
        "\(method) \(target) HTTP/1.1\r\nHost: 127.0.0.1\r\n\(more)\r\n"
    }
}
