// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import HTTPTypes
import Hummingbird
import NIOCore
import StrictJSON

/// Responses in the shapes that the tenant sends.
enum Answer {
    /// JSON that must not be stored: tokens and refusals (RFC 6749 §5.1).
    static func json(
        _ value: JSONValue, status: HTTPResponse.Status = .ok, cacheable: Bool = false
    ) -> Response {
        var headers: HTTPFields = [
            .contentType: "application/json; charset=utf-8", .xContentTypeOptions: "nosniff",
        ]
        if cacheable {
            headers[.cacheControl] = "max-age=86400, private"
            // Browser clients read metadata and keys from any origin, as from Entra.
            headers[.accessControlAllowOrigin] = "*"
        } else {
            headers[.cacheControl] = "no-store, no-cache"
            // RFC 6749 §5.1 asks for it beside Cache-Control.
            if let pragma = HTTPField.Name("Pragma") { headers[pragma] = "no-cache" }
        }
        return Response(status: status, headers: headers, body: body(value.serialized()))
    }

    /// A page that loads nothing, except scripts that carry the nonce.
    static func page(_ html: String, status: HTTPResponse.Status = .ok, scriptNonce: String? = nil) -> Response {
        let scripts = scriptNonce.map { "script-src 'nonce-\($0)'; " } ?? ""
        let headers: HTTPFields = [
            .contentType: "text/html; charset=utf-8", .cacheControl: "no-store, no-cache",
            .xContentTypeOptions: "nosniff",
            .contentSecurityPolicy:
                "default-src 'none'; style-src 'unsafe-inline'; \(scripts)base-uri 'none'; frame-ancestors 'none'",
        ]
        return Response(status: status, headers: headers, body: body(Array(html.utf8)))
    }

    static func redirect(to location: String) -> Response {
        Response(status: .found, headers: [.location: location, .cacheControl: "no-store, no-cache"])
    }

    private static func body(_ bytes: [UInt8]) -> ResponseBody {
        ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
    }
}
