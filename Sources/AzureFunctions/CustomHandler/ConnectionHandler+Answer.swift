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
        let (serial, route, head, dispatcher) = (exchange.serial, exchange.route, exchange.head, services.dispatcher)
        let stream = exchange.stream.map { stream in { @Sendable in try await stream.next() } }
        let request = HandlerRequest(
            method: head.method, target: head.uri, headers: head.headers,
            body: body.readableBytes == 0 ? [] : Array(body.readableBytesView), stream: stream,
            arrival: exchange.arrival)
        forgetBody()
        let gate = route.function == nil ? nil : services.gate
        let connection = Connection(self, context)
        let operation: @Sendable () async -> Void = {
            await connection.answer(await dispatcher.respond(to: request, along: route), serial)
            gate?.leave()
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

    /// Lets the bytes go; a buffer of ordinary size serves the next request.
    private func forgetBody() {
        if body.capacity > 64 << 10 { body = ByteBuffer() } else { body.clear() }
    }

    /// Answers without the function.
    func refuse(_ status: HTTPResponseStatus, _ message: String, _ code: String, _ context: ChannelHandlerContext) {
        guard let exchange else { return }
        log(message)
        var response = HandlerResponse.refusal(
            status, message, code: code,
            correlationID: exchange.head.headers.first(name: "X-Azure-Functions-InvocationId"))
        if status == .serviceUnavailable { response.headers.add(name: "Retry-After", value: "1") }
        exchange.stream?.finish(RequestBodyError.interrupted)
        forgetBody()
        phase = .answering
        write(response, exchange.serial, context)
    }

    /// Sends an answer whose body is whole.
    func write(_ response: HandlerResponse, _ serial: Int, _ context: ChannelHandlerContext) {
        guard let exchange = current(serial), !exchange.isAnswerBegun, context.channel.isActive else { return }
        writeHead(response, exchange, context)
        if !response.body.isEmpty, hasBody(response, exchange) {
            let body = context.channel.allocator.buffer(bytes: response.body)
            context.write(wrapOutboundOut(.body(.byteBuffer(body))), promise: nil)
        }
        finish(exchange, context)
    }

    func current(_ serial: Int) -> Exchange? {
        guard phase == .answering, let exchange, exchange.serial == serial else { return nil }
        return exchange
    }

    func hasBody(_ response: HandlerResponse, _ exchange: Exchange) -> Bool {
        exchange.head.method != .HEAD && response.status.mayHaveResponseBody
    }

    func writeHead(_ response: HandlerResponse, _ exchange: Exchange, _ context: ChannelHandlerContext) {
        var headers = response.headers
        if !response.status.mayHaveResponseBody {
            headers.remove(name: "Content-Length")
        } else if response.producer == nil {
            headers.replaceOrAdd(name: "Content-Length", value: "\(response.body.count)")
        } else if !headers.contains(name: "Content-Length"), hasBody(response, exchange), exchange.allowsChunks {
            headers.add(name: "Transfer-Encoding", value: "chunked")
        }
        if exchange.endsConnection || (response.producer != nil && !exchange.allowsChunks) {
            headers.replaceOrAdd(name: "Connection", value: "close")
        }
        let head = HTTPResponseHead(version: exchange.head.version, status: response.status, headers: headers)
        context.write(wrapOutboundOut(.head(head)), promise: nil)
    }

    /// Writes the end, and makes ready for the next request or closes.
    func finish(_ exchange: Exchange, _ context: ChannelHandlerContext) {
        guard exchange.endsConnection || (exchange.isAnswerBegun && !exchange.allowsChunks) else {
            self.exchange = nil
            phase = .idle
            rearm(context)
            // The next request of a pipeline may come in from inside this call.
            context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
            return
        }
        phase = .lingering
        exchange.stream?.finish(RequestBodyError.interrupted)
        rearm(context)
        let isComplete = exchange.isRequestComplete
        context.writeAndFlush(wrapOutboundOut(.end(nil))).assumeIsolated().whenComplete { _ in
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
                    "\(exchange?.head.headers.first(name: "X-Azure-Functions-InvocationId") ?? "none")",
            ])
    }
}
