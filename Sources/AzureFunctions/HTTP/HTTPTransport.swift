// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import HTTPTypes

/// How the bodies of an HTTP function are carried, and where it runs.
struct HTTPTransport: Sendable {
    var streaming: Streaming = []
    /// In bytes; nil for the app's limit.
    var maximumBodySize: Int?

    /// Refuses a body that came whole, in an envelope, and is over the function's own limit.
    func admit(_ body: RequestBody) throws(Rejection) {
        guard let maximumBodySize, let size = body.knownSize, size > maximumBodySize else { return }
        throw .payloadTooLarge
    }
}

extension Rejection {
    /// A body over the limit.
    static var payloadTooLarge: Rejection {
        Rejection(status: .contentTooLarge, code: "payload_too_large", message: "The request is too large")
    }
}
