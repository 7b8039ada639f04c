// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions
import HTTPTypes
import Hummingbird
import NIOCore
import Synchronization

/// Sends the parts of an answer on as they are written.
struct StreamingWriter: ResponseBodyWriter {
    let writer: ResponseWriter

    mutating func write(_ buffer: ByteBuffer) async throws { try await writer.write(Array(buffer.readableBytesView)) }

    consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
}

/// Keeps the parts of an answer that has to be whole.
struct CollectingWriter: ResponseBodyWriter {
    let body: CollectedBody

    mutating func write(_ buffer: ByteBuffer) async throws { body.append(buffer) }

    consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
}

/// What was written, for whoever handed out the writer.
final class CollectedBody: Sendable {
    private let storage = Mutex<[UInt8]>([])

    var bytes: [UInt8] { storage.withLock { $0 } }

    func append(_ buffer: ByteBuffer) { storage.withLock { $0 += buffer.readableBytesView } }
}
