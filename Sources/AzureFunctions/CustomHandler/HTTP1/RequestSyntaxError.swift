// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import NIOHTTP1

/// Bytes that are no request, or one that two readers could take for different ones (RFC 9112 §11.2).
///
/// The connection ends: nobody can say where the next request would begin.
package struct RequestSyntaxError: Error, Hashable {
    let status: HTTPResponseStatus
    /// Fixed texts: nothing of the request is repeated.
    let message: String

    private init(_ message: String, _ status: HTTPResponseStatus = .badRequest) {
        self.message = message
        self.status = status
    }

    static let requestLine = RequestSyntaxError("The request line is not valid")
    static let version = RequestSyntaxError("The HTTP version is not supported")
    static let lineEnd = RequestSyntaxError("A line of the request does not end in CR LF")
    static let fieldName = RequestSyntaxError("A header field's name is not valid")
    static let fieldValue = RequestSyntaxError("A header field's value is not valid")
    static let folded = RequestSyntaxError("A header field is folded")
    static let contentLength = RequestSyntaxError("The Content-Length is not valid")
    static let transferEncoding = RequestSyntaxError("The Transfer-Encoding is not supported")
    static let severalLengths = RequestSyntaxError("The length of the body is said twice")
    static let severalHosts = RequestSyntaxError("The Host field comes twice")
    static let chunk = RequestSyntaxError("A chunk of the body is not valid")
    static let headTooLarge = RequestSyntaxError("The head of the request is too large", .requestHeaderFieldsTooLarge)
}
