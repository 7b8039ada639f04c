// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import NIOCore
import NIOHTTP1

/// The parts of responses on one connection, read only when somebody asks, so that a slow reader slows the handler.
///
/// Lives on its event loop.
final class ResponseParts: ChannelInboundHandler {
    typealias InboundIn = HTTPClientResponsePart

    private var parts: [HTTPClientResponsePart] = []
    private var waiter: EventLoopPromise<HTTPClientResponsePart>?
    private var failure: HandlerClientError?
    private var context: ChannelHandlerContext?
    /// Between responses nothing may arrive.
    var isIdle = true {
        didSet { if isIdle { context?.read() } }
    }

    func next(on eventLoop: any EventLoop) -> EventLoopFuture<HTTPClientResponsePart> {
        if !parts.isEmpty { return eventLoop.makeSucceededFuture(parts.removeFirst()) }
        if let failure { return eventLoop.makeFailedFuture(failure) }
        let promise = eventLoop.makePromise(of: HTTPClientResponsePart.self)
        waiter = promise
        context?.read()
        return promise.futureResult
    }

    func fail(_ error: HandlerClientError) {
        if failure == nil { failure = error }
        waiter?.fail(error)
        waiter = nil
    }

    func handlerAdded(context: ChannelHandlerContext) { self.context = context }

    func handlerRemoved(context: ChannelHandlerContext) { self.context = nil }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !isIdle else {
            context.close(promise: nil)
            return
        }
        let part = unwrapInboundIn(data)
        if let waiter {
            self.waiter = nil
            waiter.succeed(part)
        } else {
            parts.append(part)
        }
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
