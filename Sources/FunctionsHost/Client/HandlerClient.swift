// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import NIOCore
import NIOHTTP1

/// Calls the handler over HTTP/1.1 on 127.0.0.1.
struct HandlerClient: Sendable {
    /// No answer may be larger: the host's limit for a body, in base64, with room for the rest.
    static let maximumReplySize = 144 << 20
    private static let connectTimeout = TimeAmount.seconds(10)

    let port: Int
    let pool = ConnectionPool()

    /// Sends a request with its whole body and reads the whole answer.
    ///
    /// - Parameters:
    ///   - head: The request's head, complete.
    ///   - body: The request's body.
    ///   - timeout: For the whole exchange.
    /// - Returns: The answer.
    /// - Throws: ``HandlerClientError``; the connection is closed then.
    func send(
        _ head: HTTPRequestHead, body: ByteBuffer? = nil, timeout: Duration
    ) async throws(HandlerClientError) -> HandlerReply {
        let deadline = NIODeadline.now() + TimeAmount(timeout)
        let connection = try await connect()
        let watch = connection.watch(deadline)
        defer { watch.cancel() }
        do throws(HandlerClientError) {
            connection.begin(head)
            if let body { try await connection.write(body) }
            connection.finish()
            guard case .head(let replyHead) = try await connection.next() else { throw .closed }
            var bytes: [UInt8] = []
            while case .body(let buffer) = try await connection.next() {
                guard bytes.count + buffer.readableBytes <= Self.maximumReplySize else { throw .tooLarge }
                bytes.append(contentsOf: buffer.readableBytesView)
            }
            release(connection, after: replyHead)
            return HandlerReply(head: replyHead, body: bytes)
        } catch {
            connection.close()
            throw error
        }
    }

    /// A connection for one exchange.
    func connect() async throws(HandlerClientError) -> HandlerConnection {
        if let connection = pool.take() { return connection }
        return try await HandlerConnection.connect(port: port, timeout: Self.connectTimeout)
    }

    /// Takes a connection back after a complete exchange.
    func release(_ connection: HandlerConnection, after head: HTTPResponseHead) {
        if head.isKeepAlive, head.version == .http1_1 { pool.put(connection) } else { connection.close() }
    }

    /// `GET /`, the host's question whether the handler is there (host contract §3.1).
    func ping(timeout: Duration) async throws(HandlerClientError) {
        var head = HTTPRequestHead(version: .http1_1, method: .GET, uri: "/")
        head.headers.add(name: "Host", value: "127.0.0.1:\(port)")
        _ = try await send(head, timeout: timeout)
    }
}
