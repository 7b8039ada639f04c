// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import NIOCore
import NIOHTTP1
import NIOPosix

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
    ///   - meanwhile: Called once, when the request has been sent or nobody takes it.
    /// - Returns: The answer.
    /// - Throws: ``HandlerClientError``; the connection is closed then.
    func send(
        _ head: HTTPRequestHead, body: ByteBuffer? = nil, timeout: Duration, meanwhile: () -> Void = {}
    ) async throws(HandlerClientError) -> HandlerReply {
        let deadline = NIODeadline.now() + TimeAmount(timeout)
        let connection: HandlerConnection
        do throws(HandlerClientError) {
            connection = try await connect()
        } catch {
            meanwhile()
            throw error
        }
        let watch = connection.watch(deadline)
        defer { watch.cancel() }
        do throws(HandlerClientError) {
            let reply = try await connection.exchange(
                head, body, limit: Self.maximumReplySize, meanwhile: meanwhile)
            release(connection, after: reply.head)
            return reply
        } catch {
            connection.close()
            throw error
        }
    }

    /// A connection for one exchange, on the event loop of the caller where it runs on one.
    func connect() async throws(HandlerClientError) -> HandlerConnection {
        let eventLoop = MultiThreadedEventLoopGroup.currentEventLoop
        if let connection = pool.take(on: eventLoop) { return connection }
        return try await HandlerConnection.connect(port: port, on: eventLoop, timeout: Self.connectTimeout)
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
