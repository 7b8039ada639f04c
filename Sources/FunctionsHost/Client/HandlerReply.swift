// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import NIOHTTP1

/// A complete answer of the handler.
struct HandlerReply: Sendable {
    let head: HTTPResponseHead
    let body: [UInt8]

    var status: Int { Int(head.status.code) }
}
