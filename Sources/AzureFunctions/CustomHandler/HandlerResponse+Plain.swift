// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import HTTPTypes
import NIOHTTP1

extension HandlerResponse {
    /// Fields of the connection, which belong to the server (RFC 9110 §7.6.1).
    private static let connectionFields: Set<String> = [
        "connection", "keep-alive", "proxy-connection", "trailer", "transfer-encoding", "upgrade",
    ]

    /// A function's own answer, without what would break the connection; nil when its status is not a final one.
    init?(plain response: FunctionResponse) {
        guard 200...999 ~= response.status.code else { return nil }
        self.init(status: HTTPResponseStatus(statusCode: response.status.code), body: response.body)
        for field in response.headers where !Self.connectionFields.contains(field.name.canonicalName) {
            headers.add(name: field.name.rawName, value: field.value)
        }
    }
}
