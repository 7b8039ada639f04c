// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import NIOCore
import NIOHTTP1
import NIOPosix
import Synchronization
import Testing

/// A handler that answers as a test says (status 0: not at all), and remembers what it was asked.
final class ScriptedHandler: Sendable {
    private let answer: @Sendable (HTTPMessage) -> HTTPMessage
    private let recorded = Mutex<[HTTPMessage]>([])
    private let waiters = Mutex<[(uri: String, count: Int, continuation: CheckedContinuation<Void, Never>)]>([])

    /// The calls so far, without the host's `GET /`.
    var calls: [HTTPMessage] { recorded.withLock { $0 } }

    init(_ answer: @escaping @Sendable (HTTPMessage) -> HTTPMessage) {
        self.answer = answer
    }

    /// Serves on a free port of 127.0.0.1 while the body runs.
    func withPort<Result: Sendable>(_ body: (Int) async throws -> Result) async throws -> Result {
        let server = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.configureHTTPServerPipeline()
                    try channel.pipeline.syncOperations.addHandler(ScriptedConnection { self.reply(to: $0) })
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        do {
            let result = try await body(try #require(server.localAddress?.port))
            try await server.close().get()
            return result
        } catch {
            try await server.close().get()
            throw error
        }
    }

    /// Waits until a function has been called so often; the test's time limit bounds the wait.
    func wait(for count: Int, callsOf uri: String) async {
        await withCheckedContinuation { continuation in
            waiters.withLock { $0.append((uri, count, continuation)) }
            wakeWaiters()
        }
    }

    private func wakeWaiters() {
        let calls = calls
        let ready = waiters.withLock { waiters in
            let isReady = { (waiter: (uri: String, count: Int, continuation: CheckedContinuation<Void, Never>)) in
                calls.count { $0.uri == waiter.uri } >= waiter.count
            }
            defer { waiters.removeAll(where: isReady) }
            return waiters.filter(isReady)
        }
        for waiter in ready { waiter.continuation.resume() }
    }

    private func reply(to request: HTTPMessage) -> HTTPMessage {
        if request.method == "GET", request.uri == "/" { return HTTPMessage(status: 404) }
        recorded.withLock { $0.append(request) }
        wakeWaiters()
        return answer(request)
    }
}

/// One connection of a scripted handler.
private final class ScriptedConnection: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private let reply: (HTTPMessage) -> HTTPMessage
    private var request = HTTPMessage()

    init(_ reply: @escaping (HTTPMessage) -> HTTPMessage) {
        self.reply = reply
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            request = HTTPMessage(method: "\(head.method)", uri: head.uri, headers: head.headers)
        case .body(let buffer):
            request.body += Array(buffer.readableBytesView)
        case .end:
            let reply = reply(request)
            guard reply.status > 0 else { return context.close(promise: nil) }
            var head = HTTPResponseHead(version: .http1_1, status: .init(statusCode: reply.status))
            head.headers = reply.headers
            head.headers.replaceOrAdd(name: "Content-Length", value: "\(reply.body.count)")
            context.write(wrapOutboundOut(.head(head)), promise: nil)
            context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: reply.body)))), promise: nil)
            context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        }
    }
}
