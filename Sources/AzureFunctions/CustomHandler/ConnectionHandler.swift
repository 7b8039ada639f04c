// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import Logging
package import NIOCore
package import NIOHTTP1

/// One connection of the host: takes a request in, has it answered, writes the answer.
///
/// NIO's pipeline handler in front lets one request through at a time. A body is collected before the function starts,
/// or handed over while it runs, as the function declares.
package final class ConnectionHandler: ChannelDuplexHandler {
    package typealias InboundIn = HTTPServerRequestPart
    package typealias OutboundIn = HTTPServerResponsePart
    package typealias OutboundOut = HTTPServerResponsePart

    enum Phase {
        case idle
        /// The request comes in; nothing runs.
        case receiving
        /// The function's turn has not come.
        case waiting
        /// The function runs, or its answer goes out.
        case answering
        /// The answer is out and the connection will close; what the client still sends is thrown away.
        case lingering
        case closed
    }

    let services: ConnectionServices
    let executor: EventLoopTaskExecutor
    var phase = Phase.idle
    var exchange: Exchange?
    /// What has come of a body that is collected.
    var body = ByteBuffer()
    var timer = LazyTimer()
    var onTimer: (@Sendable () -> Void)?
    /// The function has not taken what has come: nothing is read.
    var isSuspended = false
    private var isReadPending = false
    private var serial = 0
    private var isReady = false
    private var isProceeding = false

    package init(_ services: ConnectionServices, eventLoop: any EventLoop) {
        self.services = services
        executor = EventLoopTaskExecutor(eventLoop, watch: services.watch)
    }

    package func channelActive(context: ChannelHandlerContext) {
        let connection = Connection(self, context)
        onTimer = { connection.execute { $0.timerFired($1) } }
        rearm(context)
        context.fireChannelActive()
    }

    package func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch (unwrapInboundIn(data), phase) {
        case (.head(let head), .idle):
            receive(head, context)
        case (.body(let part), .receiving):
            collect(part, context)
        case (.body(let part), .waiting), (.body(let part), .answering):
            exchange?.lastMove = context.eventLoop.now
            if let stream = exchange?.stream, !stream.push(part) { isSuspended = true }
        case (.end, .receiving):
            exchange?.isRequestComplete = true
            proceed(context)
        case (.end, .waiting), (.end, .answering):
            exchange?.isRequestComplete = true
            exchange?.stream?.finish()
        case (.end, .lingering):
            context.close(promise: nil)
        default:
            break
        }
    }

    package func read(context: ChannelHandlerContext) {
        if isSuspended { isReadPending = true } else { context.read() }
    }

    func resumeReading(_ context: ChannelHandlerContext) {
        isSuspended = false
        guard isReadPending else { return }
        isReadPending = false
        context.read()
    }

    package func channelInactive(context: ChannelHandlerContext) {
        switch phase {
        case .receiving: log("The connection closed in the middle of a request.")
        case .waiting, .answering: log("The connection closed before the answer.")
        case .idle, .lingering, .closed: break
        }
        if phase == .waiting { _ = services.gate.withdraw(ObjectIdentifier(self)) }
        phase = .closed
        exchange?.stream?.finish(RequestBodyError.interrupted)
        exchange?.task?.cancel()
        exchange = nil
        timer.cancel()
        onTimer = nil
        context.fireChannelInactive()
    }

    package func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        guard event is CancelInvocationEvent else { return context.fireUserInboundEventTriggered(event) }
        exchange?.task?.cancel()
    }

    package func errorCaught(context: ChannelHandlerContext, error: any Error) {
        services.logger.debug("A connection failed.", metadata: ["error": "\(error)"])
        context.close(promise: nil)
    }

    private func receive(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
        serial &+= 1
        let route = services.dispatcher.route(head.method, head.uri)
        let now = context.eventLoop.now
        var exchange = Exchange(serial: serial, head: head, route: route, arrival: .now, lastMove: now)
        if route.function != nil, let limit = services.dispatcher.timeLimit {
            exchange.deadline = now + TimeAmount(limit.cancellation)
        }
        let length = head.headers.first(name: "Content-Length").map { Int($0) ?? .max } ?? 0
        exchange.awaitsContinue =
            head.headers.contains(name: "Expect") && head.headers[canonicalForm: "Expect"].contains("100-continue")
        let hasBody = length > 0 || head.headers.contains(name: "Transfer-Encoding")
        self.exchange = exchange
        phase = .receiving
        if route.function != nil, length > route.maximumBodySize {
            return refuse(.payloadTooLarge, "The request is too large", "payload_too_large", context)
        }
        if hasBody, route.streamsRequest {
            self.exchange?.stream = makeStream(context)
            return proceed(context)
        }
        demand(serial, context)
        // Grown as bytes arrive: an announced length is only a claim.
        if length > body.capacity { body = context.channel.allocator.buffer(capacity: min(length, 64 << 10)) }
        rearm(context)
    }

    private func makeStream(_ context: ChannelHandlerContext) -> RequestStream {
        let connection = Connection(self, context)
        let serial = serial
        return RequestStream(limits: services.limits) { connection.execute { $0.demand(serial, $1) } }
    }

    /// The body is wanted: by the collection, or by the function.
    private func demand(_ serial: Int, _ context: ChannelHandlerContext) {
        guard let exchange, exchange.serial == serial else { return }
        if exchange.awaitsContinue, !exchange.isAnswerBegun {
            self.exchange?.awaitsContinue = false
            let head = HTTPResponseHead(version: exchange.head.version, status: .continue)
            context.writeAndFlush(wrapOutboundOut(.head(head)), promise: nil)
        }
        self.exchange?.lastMove = context.eventLoop.now
        if isSuspended { resumeReading(context) }
    }

    private func collect(_ part: ByteBuffer, _ context: ChannelHandlerContext) {
        rearm(context)
        // What nobody serves is not kept.
        guard let exchange, exchange.route.function != nil else { return }
        guard part.readableBytes <= exchange.route.maximumBodySize - body.readableBytes else {
            return refuse(.payloadTooLarge, "The request is too large", "payload_too_large", context)
        }
        var part = part
        body.writeBuffer(&part)
    }

    /// The function may start.
    ///
    /// An answer that is written at once lets the next request of a pipeline through, from inside that write; a loop
    /// instead of the recursion keeps a long pipeline from filling the stack.
    private func proceed(_ context: ChannelHandlerContext) {
        isReady = true
        guard !isProceeding else { return }
        isProceeding = true
        while isReady {
            isReady = false
            start(context)
        }
        isProceeding = false
    }
}
