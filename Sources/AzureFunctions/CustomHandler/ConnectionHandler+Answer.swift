// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import Logging
import NIOCore
import NIOHTTP1

extension ConnectionHandler {
    /// Runs the function, now or when its turn comes.
    func start(_ context: ChannelHandlerContext) {
        guard let exchange else { return }
        guard exchange.route.function != nil, !services.gate.tryEnter() else { return run(context) }
        let connection = Connection(self, context)
        let serial = exchange.serial
        phase = .waiting
        let entry = services.gate.enter(ObjectIdentifier(self)) { isAdmitted in
            connection.execute { $0.admit(isAdmitted, serial, $1) }
        }
        switch entry {
        case .entered: run(context)
        case .waiting: rearm(context)
        case .refused: refuseForNow(context)
        }
    }

    private func admit(_ isAdmitted: Bool, _ serial: Int, _ context: ChannelHandlerContext) {
        guard phase == .waiting, exchange?.serial == serial else {
            if isAdmitted { services.gate.leave() }
            return
        }
        if isAdmitted { run(context) } else { refuseForNow(context) }
    }

    private func refuseForNow(_ context: ChannelHandlerContext) {
        let isClosed = services.gate.isClosed
        refuse(
            .serviceUnavailable, isClosed ? "The app is ending" : "Too many invocations are waiting",
            isClosed ? "shutting_down" : "overloaded", context)
    }

    private func run(_ context: ChannelHandlerContext) {
        guard let exchange else { return }
        phase = .answering
        let (serial, route, head, services) = (exchange.serial, exchange.route, exchange.head, services)
        let stream = exchange.stream.map { stream in { @Sendable in try await stream.next() } }
        let request = HandlerRequest(
            head.method, head.target, head.fields, body, stream, arrival: exchange.arrival)
        body = []
        let connection = Connection(self, context)
        let operation: @Sendable () async -> Void = {
            await connection.answer(await services.dispatcher.respond(to: request, along: route), serial)
            if route.function != nil { services.gate.leave() }
        }
        // Unstructured because a channel handler is a callback: the task belongs to this connection, which cancels it
        // when it closes. On the event loop it starts at once.
        let task: Task<Void, Never>
        if route.execution == .concurrentPool {
            task = Task(executorPreference: globalConcurrentExecutor, operation: operation)
        } else {
            task = executor.begin(route.function?.name ?? "") {
                Task.immediate(executorPreference: executor, operation: operation)
            }
        }
        // The answer may be out already, and the next request in.
        guard self.exchange?.serial == serial, phase == .answering else { return }
        self.exchange?.task = task
        rearm(context)
    }

    /// Answers without the function.
    func refuse(_ status: HTTPResponseStatus, _ message: String, _ code: String, _ context: ChannelHandlerContext) {
        guard let exchange else { return }
        log(message)
        var response = HandlerResponse.refusal(
            status, message, code: code,
            correlationID: exchange.head.fields.first(name: "X-Azure-Functions-InvocationId"))
        if status == .serviceUnavailable { response.headers.add(name: "Retry-After", value: "1") }
        exchange.stream?.finish(RequestBodyError.interrupted)
        body = []
        phase = .answering
        write(response, exchange.serial, context)
    }

    /// Sends an answer whose body is whole.
    func write(_ response: HandlerResponse, _ serial: Int, _ context: ChannelHandlerContext) {
        guard let exchange = current(serial), !exchange.isAnswerBegun, context.channel.isActive else { return }
        var output = takeOutput()
        writeHead(response, exchange, to: &output)
        if hasBody(response, exchange) { output.writeBytes(response.body) }
        finish(exchange, output, context)
    }

    /// Answers bytes that are no request.
    func reject(_ error: RequestSyntaxError, _ context: ChannelHandlerContext) {
        let response = HandlerResponse.refusal(error.status, error.message, code: "bad_request")
        var output = takeOutput()
        ResponseEncoder(minorVersion: 1).writeHead(
            response.status, response.headers, .length(response.body.count), closes: true, to: &output)
        output.writeBytes(response.body)
        leave(output, isComplete: false, context)
    }

    func sayContinue(_ context: ChannelHandlerContext) {
        context.writeAndFlush(wrapOutboundOut(ByteBuffer(staticString: "HTTP/1.1 100 Continue\r\n\r\n")), promise: nil)
    }

    /// A buffer for an answer; that of the last one once the channel has sent it.
    func takeOutput() -> ByteBuffer {
        var buffer = ByteBuffer()
        swap(&buffer, &output)
        if buffer.capacity <= 64 << 10 { buffer.clear() } else { buffer = ByteBuffer() }
        return buffer
    }

    func current(_ serial: Int) -> Exchange? {
        guard phase == .answering, let exchange, exchange.serial == serial else { return nil }
        return exchange
    }

    func hasBody(_ response: HandlerResponse, _ exchange: Exchange) -> Bool {
        exchange.head.method != .HEAD && response.status.mayHaveResponseBody
    }

    func writeHead(_ response: HandlerResponse, _ exchange: Exchange, to output: inout ByteBuffer) {
        var fields = response.headers
        var framing = ResponseEncoder.Framing.asIs
        if !response.status.mayHaveResponseBody {
            fields.remove(name: "Content-Length")
        } else if response.producer == nil {
            if fields.contains(name: "Content-Length") { fields.remove(name: "Content-Length") }
            framing = .length(response.body.count)
        } else if !fields.contains(name: "Content-Length"), hasBody(response, exchange), exchange.allowsChunks {
            framing = .chunked
        }
        let closes =
            exchange.endsConnection || isQuiescing || (response.producer != nil && !exchange.allowsChunks)
        ResponseEncoder(minorVersion: exchange.head.minorVersion).writeHead(
            response.status, fields, framing, closes: closes, to: &output)
    }

    /// Writes the last bytes of an answer, and makes ready for the next request or closes.
    func finish(_ exchange: Exchange, _ output: ByteBuffer, _ context: ChannelHandlerContext) {
        let closes =
            exchange.endsConnection || isQuiescing || (exchange.isAnswerBegun && !exchange.allowsChunks)
        guard !closes else {
            exchange.stream?.finish(RequestBodyError.interrupted)
            return leave(output, isComplete: exchange.isRequestComplete, context)
        }
        self.exchange = nil
        phase = .idle
        send(output, context)
        advance(context)
    }

    private func send(_ output: ByteBuffer, _ context: ChannelHandlerContext) {
        if flushesLater {
            context.write(wrapOutboundOut(output), promise: nil)
        } else {
            context.writeAndFlush(wrapOutboundOut(output), promise: nil)
        }
        self.output = output
    }

    /// Writes the last bytes of the connection.
    private func leave(_ output: ByteBuffer, isComplete: Bool, _ context: ChannelHandlerContext) {
        phase = .lingering
        rearm(context)
        context.writeAndFlush(wrapOutboundOut(output)).assumeIsolated().whenComplete { _ in
            // A close with unread bytes resets the connection, and the client would lose the answer.
            context.close(mode: isComplete ? .all : .output, promise: nil)
            if !isComplete { self.resumeReading(context) }
        }
    }

    func log(_ message: String) {
        services.logger.warning(
            "A request is not served.",
            metadata: [
                "reason": "\(message)",
                "invocation.id":
                    "\(exchange?.head.fields.first(name: "X-Azure-Functions-InvocationId") ?? "none")",
            ])
    }
}
