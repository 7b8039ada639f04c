// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import NIOCore
import NIOHTTP1
import NIOPosix

/// One HTTP/1.1 connection to the handler, used for one exchange at a time.
struct HandlerConnection: Sendable {
    private let channel: any Channel
    private let parts: NIOLoopBound<ResponseParts>

    var isActive: Bool { channel.isActive }

    /// Where the connection lives.
    var eventLoop: any EventLoop { channel.eventLoop }

    /// Connects to the literal address 127.0.0.1 (host contract §2.1).
    ///
    /// - Parameters:
    ///   - port: The port.
    ///   - eventLoop: Where the connection shall live; nil leaves it open.
    ///   - timeout: For the attempt.
    /// - Returns: The connection.
    /// - Throws: ``HandlerClientError``, which says that nobody listens.
    static func connect(
        port: Int, on eventLoop: (any EventLoop)?, timeout: TimeAmount
    ) async throws(HandlerClientError) -> HandlerConnection {
        do {
            return try await ClientBootstrap(group: eventLoop ?? MultiThreadedEventLoopGroup.singleton)
                .connectTimeout(timeout)
                .channelOption(.autoRead, value: false)
                .channelOption(.tcpOption(.tcp_nodelay), value: 1)
                .connect(to: try SocketAddress(ipAddress: "127.0.0.1", port: port)) { channel in
                    channel.eventLoop.makeCompletedFuture {
                        try channel.pipeline.syncOperations.addHTTPClientHandlers()
                        let parts = ResponseParts()
                        try channel.pipeline.syncOperations.addHandler(parts)
                        return HandlerConnection(
                            channel: channel, parts: NIOLoopBound(parts, eventLoop: channel.eventLoop))
                    }
                }
        } catch {
            throw .refused(port, error)
        }
    }

    /// Begins an exchange: what is read from here on answers this request.
    func begin(_ head: HTTPRequestHead) {
        let parts = parts
        let channel = channel
        onEventLoop {
            parts.value.begin()
            channel.write(HTTPClientRequestPart.head(head), promise: nil)
        }
    }

    /// Sends a whole request and reads the whole reply.
    ///
    /// - Parameters:
    ///   - head: The request's head.
    ///   - body: The request's body.
    ///   - limit: For the reply's body, in bytes.
    ///   - meanwhile: Called when the request has been sent.
    /// - Returns: The reply.
    /// - Throws: ``HandlerClientError``; the connection is of no more use then.
    func exchange(
        _ head: HTTPRequestHead, _ body: ByteBuffer?, limit: Int, meanwhile: () -> Void
    ) async throws(HandlerClientError) -> HandlerReply {
        let parts = parts
        let channel = channel
        let reply = begun {
            parts.value.begin()
            channel.write(HTTPClientRequestPart.head(head), promise: nil)
            if let body { channel.write(HTTPClientRequestPart.body(.byteBuffer(body)), promise: nil) }
            channel.writeAndFlush(HTTPClientRequestPart.end(nil), promise: nil)
            return parts.value.reply(limit: limit, on: channel.eventLoop)
        }
        meanwhile()
        return try await value(of: reply)
    }

    /// Closes the connection when the time is up.
    ///
    /// - Returns: Ends the watch.
    func watch(_ deadline: NIODeadline) -> Scheduled<Void> {
        let parts = parts
        let channel = channel
        return channel.eventLoop.scheduleTask(deadline: deadline) {
            parts.value.fail(.timedOut)
            channel.close(promise: nil)
        }
    }

    /// Closes the connection when nothing has happened on it for this time.
    func watchActivity(_ idleTime: TimeAmount) -> ActivityWatch {
        let parts = parts
        let channel = channel
        return ActivityWatch(idleTime: idleTime, on: channel.eventLoop) {
            parts.value.fail(.timedOut)
            channel.close(promise: nil)
        }
    }

    /// Writes a piece of the request's body once the socket takes it.
    func write(_ buffer: ByteBuffer) async throws(HandlerClientError) {
        do {
            try await channel.writeAndFlush(HTTPClientRequestPart.body(.byteBuffer(buffer))).get()
        } catch {
            throw .of(error)
        }
    }

    /// Ends the request; what goes wrong is seen by ``next()``.
    func finish() { channel.writeAndFlush(HTTPClientRequestPart.end(nil), promise: nil) }

    /// The next part of the response.
    func next() async throws(HandlerClientError) -> HTTPClientResponsePart {
        let parts = parts
        let eventLoop = channel.eventLoop
        return try await value(of: begun { parts.value.next(on: eventLoop) })
    }

    /// The response's body when all of it is here and has this length; nil when it must be waited for.
    func takeBody(of length: Int) async throws(HandlerClientError) -> ByteBuffer? {
        let parts = parts
        let eventLoop = channel.eventLoop
        return try await value(of: begun { eventLoop.makeSucceededFuture(parts.value.takeBody(of: length)) })
    }

    private func onEventLoop(_ body: @escaping @Sendable () -> Void) {
        if channel.eventLoop.inEventLoop { body() } else { channel.eventLoop.execute(body) }
    }

    /// Begins something on the event loop, at once when the caller is there.
    private func begun<Value: Sendable>(
        _ body: @escaping @Sendable () -> EventLoopFuture<Value>
    ) -> EventLoopFuture<Value> {
        channel.eventLoop.inEventLoop ? body() : channel.eventLoop.flatSubmit(body)
    }

    /// Waits for something; the connection is closed when the caller is cancelled.
    private func value<Value: Sendable>(of future: EventLoopFuture<Value>) async throws(HandlerClientError) -> Value {
        do {
            return try await withTaskCancellationHandler {
                try await future.get()
            } onCancel: {
                close()
            }
        } catch {
            throw .of(error)
        }
    }

    func close() { channel.close(promise: nil) }
}
