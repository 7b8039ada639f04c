// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import NIOCore
import NIOHTTP1

/// Puts the parts of a reply together; a class, so that a growing body is never copied.
final class ReplyCollector {
    /// What has come of it when it is complete, or has failed.
    typealias Outcome = Result<HandlerReply, HandlerClientError>

    private let limit: Int
    private var head: HTTPResponseHead?
    private var body: [UInt8] = []

    /// - Parameter limit: For the body, in bytes.
    init(limit: Int) {
        self.limit = limit
    }

    /// Takes the next part.
    ///
    /// - Returns: The outcome, once there is one.
    func add(_ part: HTTPClientResponsePart) -> Outcome? {
        switch part {
        case .head(let head):
            self.head = head
        case .body(let buffer):
            guard body.count + buffer.readableBytes <= limit else { return .failure(.tooLarge) }
            body.append(contentsOf: buffer.readableBytesView)
        case .end:
            return head.map { .success(HandlerReply(head: $0, body: body)) } ?? .failure(.closed)
        }
        return nil
    }
}
