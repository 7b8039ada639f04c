// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import Logging
package import NIOCore
import NIOHTTP1

/// One connection of the host: takes a request in, has it answered, writes the answer.
///
/// One request at a time; the bytes of the next ones wait. A body is collected before the function starts, or handed over
/// while it runs, as the function declares.
package final class ConnectionHandler: ChannelDuplexHandler {
    package typealias InboundIn = ByteBuffer
    package typealias OutboundIn = ByteBuffer
    package typealias OutboundOut = ByteBuffer

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
    var body: [UInt8] = []
    var timer = LazyTimer()
    var onTimer: (@Sendable () -> Void)?
    /// The function has not taken what has come: nothing is read.
    var isSuspended = false
    /// No request is served after this one.
    var isQuiescing = false
    /// A batch of requests that comes in one piece gets its answers in one piece.
    var flushesLater = false
    /// Serves one answer after the other.
    var output = ByteBuffer()
    var isAdvancing = false
    /// What has come and is not taken yet.
    private var input = ByteBuffer()
    private var decoder = RequestDecoder()
    /// What comes is no request; it is thrown away.
    private var isBroken = false
    private var isReadPending = false
    private var serial = 0

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
        guard !isBroken else { return }
        var bytes = unwrapInboundIn(data)
        if input.readableBytes == 0 { input = bytes } else { input.writeBuffer(&bytes) }
        flushesLater = true
        advance(context)
    }

    package func channelReadComplete(context: ChannelHandlerContext) {
        if flushesLater {
            flushesLater = false
            context.flush()
        }
        context.fireChannelReadComplete()
    }

    package func channelWritabilityChanged(context: ChannelHandlerContext) {
        if context.channel.isWritable { advance(context) }
        context.fireChannelWritabilityChanged()
    }

    package func read(context: ChannelHandlerContext) {
        if holdsReads { isReadPending = true } else { context.read() }
    }

    package func channelInactive(context: ChannelHandlerContext) {
        switch phase {
        case .receiving: log("The connection closed in the middle of a request.")
        case .idle where !decoder.isBetweenRequests: log("The connection closed in the middle of a request.")
        case .waiting, .answering: log("The connection closed before the answer.")
        case .idle, .lingering, .closed: break
        }
        if phase == .waiting { _ = services.gate.withdraw(ObjectIdentifier(self)) }
        phase = .closed
        exchange?.stream?.finish(RequestBodyError.interrupted)
        exchange?.task?.cancel()
        exchange = nil
        input = ByteBuffer()
        body = []
        timer.cancel()
        onTimer = nil
        context.fireChannelInactive()
    }

    package func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        switch event {
        case is CancelInvocationEvent:
            exchange?.task?.cancel()
        case is ChannelShouldQuiesceEvent:
            isQuiescing = true
            if phase == .idle { context.close(promise: nil) }
        default:
            context.fireUserInboundEventTriggered(event)
        }
    }

    package func errorCaught(context: ChannelHandlerContext, error: any Error) {
        services.logger.debug("A connection failed.", metadata: ["error": "\(error)"])
        context.close(promise: nil)
    }

    /// Takes from the input what the phase lets in.
    ///
    /// A loop: an answer that is written at once lets the next request of a pipeline in, and a recursion from inside that
    /// write would fill the stack.
    func advance(_ context: ChannelHandlerContext) {
        guard !isAdvancing else { return }
        isAdvancing = true
        while takesInput(context) {
            do throws(RequestSyntaxError) {
                guard let part = try decoder.next(&input) else { break }
                take(part, context)
            } catch {
                fail(error, context)
            }
        }
        isAdvancing = false
        if input.readableBytes == 0 {
            // Lets go of the channel's own buffer, which serves the next read.
            input = ByteBuffer()
        } else if input.readerIndex > 64 << 10 {
            input.discardReadBytes()
        }
        rearm(context)
        goOnReading(context)
    }

    private func takesInput(_ context: ChannelHandlerContext) -> Bool {
        switch phase {
        case .idle: input.readableBytes > 0 && context.channel.isWritable
        case .receiving: true
        case .waiting, .answering: exchange?.isRequestComplete == false && !isSuspended
        case .lingering: !isBroken
        case .closed: false
        }
    }

    private func take(_ part: RequestDecoder.Part, _ context: ChannelHandlerContext) {
        switch (part, phase) {
        case (.head(let head), .idle):
            receive(head, context)
        case (.body(let part), .receiving):
            collect(part, context)
        case (.body(let part), .waiting), (.body(let part), .answering):
            exchange?.lastMove = context.eventLoop.now
            if let stream = exchange?.stream, !stream.push(part) { isSuspended = true }
        case (.end, .receiving):
            exchange?.isRequestComplete = true
            start(context)
        case (.end, .waiting), (.end, .answering):
            exchange?.isRequestComplete = true
            exchange?.stream?.finish()
        case (.end, .lingering):
            isBroken = true
            context.close(promise: nil)
        default:
            break
        }
    }

    /// What comes is no request, or no longer one.
    private func fail(_ error: RequestSyntaxError, _ context: ChannelHandlerContext) {
        isBroken = true
        input = ByteBuffer()
        switch phase {
        case .idle:
            log(error.message)
            reject(error, context)
        case .receiving:
            refuse(error.status, error.message, "bad_request", context)
        case .waiting, .answering:
            log(error.message)
            exchange?.stream?.finish(RequestBodyError.interrupted)
            context.close(promise: nil)
        case .lingering, .closed:
            break
        }
    }

    private var holdsReads: Bool { isSuspended || input.readableBytes >= services.limits.highWaterMark }

    private func goOnReading(_ context: ChannelHandlerContext) {
        guard isReadPending, !holdsReads else { return }
        isReadPending = false
        context.read()
    }

    func resumeReading(_ context: ChannelHandlerContext) {
        isSuspended = false
        advance(context)
        goOnReading(context)
    }

    private func receive(_ head: RequestHead, _ context: ChannelHandlerContext) {
        serial &+= 1
        let route = services.dispatcher.route(head.method, head.target)
        let now = context.eventLoop.now
        let exchange = Exchange(serial: serial, head: head, route: route, arrival: .now, lastMove: now)
        if route.function != nil, let limit = services.dispatcher.timeLimit {
            exchange.deadline = now + TimeAmount(limit.cancellation)
        }
        exchange.awaitsContinue = head.expectsContinue
        self.exchange = exchange
        phase = .receiving
        if route.function != nil, head.length > route.maximumBodySize {
            return refuse(.payloadTooLarge, "The request is too large", "payload_too_large", context)
        }
        if head.hasBody, route.streamsRequest {
            self.exchange?.stream = makeStream(context)
            return start(context)
        }
        if head.expectsContinue { demand(serial, context) }
        // Grown as bytes arrive: an announced length is only a claim.
        if route.function != nil, head.length > 0 { body.reserveCapacity(min(head.length, 64 << 10)) }
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
            if exchange.allowsChunks { sayContinue(context) }
        }
        self.exchange?.lastMove = context.eventLoop.now
        if isSuspended { resumeReading(context) }
    }

    private func collect(_ part: ByteBuffer, _ context: ChannelHandlerContext) {
        // What nobody serves is not kept.
        guard let exchange, exchange.route.function != nil else { return }
        guard part.readableBytes <= exchange.route.maximumBodySize - body.count else {
            return refuse(.payloadTooLarge, "The request is too large", "payload_too_large", context)
        }
        body.append(contentsOf: part.readableBytesView)
    }
}
