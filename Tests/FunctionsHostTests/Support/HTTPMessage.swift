// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import NIOCore
import NIOHTTP1

/// A request or an answer as seen on the wire.
struct HTTPMessage: Sendable {
    var method = ""
    var uri = ""
    var status = 0
    var headers: HTTPHeaders = [:]
    var body: [UInt8] = []

    var text: String { String(decoding: body, as: UTF8.self) }

    static func json(_ text: String) -> HTTPMessage {
        HTTPMessage(status: 200, headers: ["Content-Type": "application/json"], body: Array(text.utf8))
    }
}
