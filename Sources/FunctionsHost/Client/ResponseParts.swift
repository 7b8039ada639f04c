// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import NIOCore
import NIOHTTP1

/// The parts of responses on one connection, read only when somebody asks, so that a slow reader slows the handler.
///
/// Lives on its event loop.
final class ResponseParts: ChannelInboundHandler {
    typealias InboundIn = HTTPClientResponsePart

    /// Who waits for what comes.
    private enum Waiter {
        case part(EventLoopPromise<HTTPClientResponsePart>)
        case reply(EventLoopPromise<HandlerReply>, ReplyCollector)
    }

    private var parts: [HTTPClientResponsePart] = []
    private var waiter: Waiter?
    private var failure: HandlerClientError?
    private var context: ChannelHandlerContext?
    /// Between responses nothing may arrive.
    private var isIdle = true

    /// What comes from here on answers a request.
    func begin() { isIdle = false }

    /// The end of a response has been handed out; whatever else comes ends the connection.
    private func rest() {
        isIdle = true
        if parts.isEmpty { context?.read() } else { context?.close(promise: nil) }
    }

    func next(on eventLoop: any EventLoop) -> EventLoopFuture<HTTPClientResponsePart> {
        if !parts.isEmpty {
            let part = parts.removeFirst()
            if case .end = part { rest() }
            return eventLoop.makeSucceededFuture(part)
        }
        if let failure { return eventLoop.makeFailedFuture(failure) }
        let promise = eventLoop.makePromise(of: HTTPClientResponsePart.self)
        waiter = .part(promise)
        context?.read()
        return promise.futureResult
    }

    /// The whole reply.
    ///
    /// - Parameters:
    ///   - limit: For its body, in bytes.
    ///   - eventLoop: The one of the connection.
    /// - Returns: The reply; fails with a ``HandlerClientError``.
    func reply(limit: Int, on eventLoop: any EventLoop) -> EventLoopFuture<HandlerReply> {
        if let failure { return eventLoop.makeFailedFuture(failure) }
        let promise = eventLoop.makePromise(of: HandlerReply.self)
        waiter = .reply(promise, ReplyCollector(limit: limit))
        context?.read()
        return promise.futureResult
    }

    /// A body that has come to its end already, when it has this length; nil otherwise, and nothing is taken then.
    func takeBody(of length: Int) -> ByteBuffer? {
        guard case .end? = parts.last else { return nil }
        var body = ByteBuffer()
        for case .body(var buffer) in parts {
            if body.readableBytes == 0 { body = buffer } else { body.writeBuffer(&buffer) }
        }
        guard body.readableBytes == length else { return nil }
        parts.removeAll()
        rest()
        return body
    }

    func fail(_ error: HandlerClientError) {
        if failure == nil { failure = error }
        switch take() {
        case .part(let promise)?: promise.fail(error)
        case .reply(let promise, _)?: promise.fail(error)
        case nil: break
        }
    }

    private func take() -> Waiter? {
        defer { waiter = nil }
        return waiter
    }

    private func hand(_ part: HTTPClientResponsePart) {
        switch take() {
        case .part(let promise)?:
            if case .end = part { rest() }
            promise.succeed(part)
        case .reply(let promise, let collector)?:
            switch collector.add(part) {
            case .success(let reply)?:
                rest()
                promise.succeed(reply)
            case .failure(let error)?: promise.fail(error)
            case nil: waiter = .reply(promise, collector)
            }
        case nil:
            parts.append(part)
        }
    }

    func handlerAdded(context: ChannelHandlerContext) { self.context = context }

    func handlerRemoved(context: ChannelHandlerContext) { self.context = nil }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !isIdle else {
            context.close(promise: nil)
            return
        }
        hand(unwrapInboundIn(data))
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        if waiter != nil { context.read() }
        context.fireChannelReadComplete()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        fail(.of(error))
        context.close(promise: nil)
    }

    func channelInactive(context: ChannelHandlerContext) {
        fail(.closed)
        context.fireChannelInactive()
    }
}
