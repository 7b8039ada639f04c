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

    /// Connects to the literal address 127.0.0.1 (host contract §2.1).
    static func connect(port: Int, timeout: TimeAmount) async throws(HandlerClientError) -> HandlerConnection {
        do {
            return try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
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
        channel.eventLoop.execute { parts.value.isIdle = false }
        channel.write(HTTPClientRequestPart.head(head), promise: nil)
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
        do {
            return try await withTaskCancellationHandler {
                try await eventLoop.flatSubmit { parts.value.next(on: eventLoop) }.get()
            } onCancel: {
                close()
            }
        } catch {
            throw .of(error)
        }
    }

    /// Keeps the connection for another exchange.
    func rest() {
        let parts = parts
        channel.eventLoop.execute { parts.value.isIdle = true }
    }

    func close() { channel.close(promise: nil) }
}
