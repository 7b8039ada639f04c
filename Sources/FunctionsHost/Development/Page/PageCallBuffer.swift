// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import NIOCore
import Synchronization

/// The first bytes of an answer.
final class PageCallBuffer: Sendable {
    private let limit: Int
    private let content = Mutex<[UInt8]>([])

    init(limit: Int) {
        self.limit = limit
    }

    var bytes: [UInt8] { content.withLock { $0 } }

    /// Adds what there is room for.
    ///
    /// - Returns: Whether everything had room.
    func append(_ buffer: ByteBuffer) -> Bool {
        content.withLock { content in
            let room = limit - content.count
            content += buffer.readableBytesView.prefix(room)
            return buffer.readableBytes <= room
        }
    }
}
