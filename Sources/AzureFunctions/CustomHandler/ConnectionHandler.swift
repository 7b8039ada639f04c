// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import Logging
import NIOCore
import NIOHTTP1
import StrictJSON

/// One connection of the host: collects a request, has it answered, writes the answer.
///
/// NIO's pipeline handler in front
/// lets one request through at a time.
final class ConnectionHandler: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    /// A body the size of the largest envelope.
    private static let maximumBodySize = Envelope.limits.bytes
    /// How long a request may stand still half sent.
    private static let stallTime = TimeAmount.seconds(30)

    private enum State {
        case idle
        case receiving(HTTPRequestHead, ByteBuffer)
        case answering(Task<Void, Never>, HTTPRequestHead)
        /// The rest of a refused request; the connection closes.
        case closing
    }

    private let dispatcher: Dispatcher
    private let logger: Logger
    private let executor: EventLoopTaskExecutor
    private var state = State.idle
    private var stall: Scheduled<Void>?

    init(dispatcher: Dispatcher, logger: Logger, eventLoop: any EventLoop) {
        self.dispatcher = dispatcher
        self.logger = logger
        executor = EventLoopTaskExecutor(eventLoop)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch (unwrapInboundIn(data), state) {
        case (.head(let head), .idle):
            receive(head, context)
        case (.body(var part), .receiving(let head, var body)):
            guard body.readableBytes + part.readableBytes <= Self.maximumBodySize else {
                return refuse(.payloadTooLarge, "The request is too large", "payload_too_large", head, context)
            }
            state = .idle
            body.writeBuffer(&part)
            state = .receiving(head, body)
            watch(context, head)
        case (.end, .receiving(let head, let body)):
            stall?.cancel()
            answer(head, body, context)
        default:
            break
        }
    }

    func channelInactive(context: ChannelHandlerContext) {
        stall?.cancel()
        switch state {
        case .receiving(let head, _):
            log("The connection closed in the middle of a request.", head)
        case .answering(let task, let head):
            log("The connection closed before the answer.", head)
            task.cancel()
        case .idle, .closing:
            break
        }
        state = .closing
        context.fireChannelInactive()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        logger.debug("A connection failed.", metadata: ["error": "\(error)"])
        context.close(promise: nil)
    }

    private func receive(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
        let announced = head.headers.first(name: "Content-Length").flatMap { Int($0) } ?? 0
        guard announced <= Self.maximumBodySize else {
            return refuse(.payloadTooLarge, "The request is too large", "payload_too_large", head, context)
        }
        if head.headers[canonicalForm: "Expect"].contains("100-continue") {
            context.writeAndFlush(
                wrapOutboundOut(.head(HTTPResponseHead(version: head.version, status: .continue))), promise: nil)
        }
        // Grown as bytes arrive: an announced length is only a claim.
        state = .receiving(head, context.channel.allocator.buffer(capacity: min(announced, 64 << 10)))
        watch(context, head)
    }

    private func watch(_ context: ChannelHandlerContext, _ head: HTTPRequestHead) {
        stall?.cancel()
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        stall = context.eventLoop.scheduleTask(in: Self.stallTime) {
            let (handler, context) = bound.value
            guard case .receiving = handler.state else { return }
            handler.refuse(.requestTimeout, "The request did not arrive in time", "request_timeout", head, context)
        }
    }

    private func answer(_ head: HTTPRequestHead, _ body: ByteBuffer, _ context: ChannelHandlerContext) {
        let request = HandlerRequest(
            method: head.method, target: head.uri, headers: head.headers, body: Array(body.readableBytesView))
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        let eventLoop = context.eventLoop
        let dispatcher = dispatcher
        // Unstructured because a channel handler is a callback: the task belongs to this connection, which cancels it
        // when it closes. It starts here and stays on this event loop.
        let task = Task.immediate(executorPreference: executor) {
            let response = await dispatcher.respond(to: request)
            if eventLoop.inEventLoop {
                bound.value.0.write(response, head, bound.value.1)
            } else {
                eventLoop.execute { bound.value.0.write(response, head, bound.value.1) }
            }
        }
        // The answer may be written already.
        if case .receiving = state { state = .answering(task, head) }
    }

    private func refuse(
        _ status: HTTPResponseStatus, _ message: String, _ code: String, _ head: HTTPRequestHead,
        _ context: ChannelHandlerContext
    ) {
        log(message, head)
        var response = HandlerResponse.refusal(
            status, message, code: code, correlationID: head.headers.first(name: "X-Azure-Functions-InvocationId"))
        response.headers.add(name: "Connection", value: "close")
        stall?.cancel()
        write(response, head, context, closing: true)
    }

    private func write(
        _ response: HandlerResponse, _ head: HTTPRequestHead, _ context: ChannelHandlerContext, closing: Bool = false
    ) {
        guard context.channel.isActive else { return }
        var headers = response.headers
        headers.replaceOrAdd(name: "Content-Length", value: "\(response.body.count)")
        let closes = closing || !head.isKeepAlive
        if closes { headers.replaceOrAdd(name: "Connection", value: "close") }
        state = closes ? .closing : .idle
        context.write(
            wrapOutboundOut(.head(HTTPResponseHead(version: head.version, status: response.status, headers: headers))),
            promise: nil)
        if !response.body.isEmpty, head.method != .HEAD {
            let body = context.channel.allocator.buffer(bytes: response.body)
            context.write(wrapOutboundOut(.body(.byteBuffer(body))), promise: nil)
        }
        let written = closes ? context.eventLoop.makePromise(of: Void.self) : nil
        if let written {
            let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
            written.futureResult.whenComplete { _ in bound.value.close(promise: nil) }
        }
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: written)
    }

    private func log(_ message: String, _ head: HTTPRequestHead) {
        logger.warning(
            "A request is not served.",
            metadata: [
                "reason": "\(message)",
                "invocation.id": "\(head.headers.first(name: "X-Azure-Functions-InvocationId") ?? "none")",
            ])
    }
}
