// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import EntraAuth
import NIOCore
import NIOHTTP1
import NIOTLS

/// Asks for documents on one connection, one after another, and collects the answers.
final class DocumentHandler: ChannelInboundHandler {
    typealias InboundIn = HTTPClientResponsePart
    typealias OutboundOut = HTTPClientRequestPart

    private let isSecure: Bool
    private var context: ChannelHandlerContext?
    private var isEstablished = false
    private var failure: (any Error)?
    private var connectTimer: Scheduled<Void>?
    private var exchange: DocumentExchange?
    private var head: HTTPResponseHead?
    private var body: [UInt8] = []

    init(isSecure: Bool) {
        self.isSecure = isSecure
    }

    /// Starts an exchange, at once or when the connection is established.
    func begin(_ exchange: DocumentExchange, _ connectDeadline: NIODeadline) {
        guard let context, context.channel.isActive else {
            return exchange.promise.fail(failure ?? ChannelError.ioOnClosedChannel)
        }
        let channel = context.channel
        // Whoever gives up, the deadline or a cancelled task, gives up the connection with it.
        exchange.promise.futureResult.whenFailure { _ in channel.close(promise: nil) }
        self.exchange = exchange
        if isEstablished { return send(context) }
        connectTimer = context.eventLoop.scheduleTask(deadline: connectDeadline) {
            exchange.promise.fail(FetchError(.timeout, "\(exchange.address.origin) took too long to connect to."))
        }
    }

    private func send(_ context: ChannelHandlerContext) {
        guard let exchange else { return }
        var head = HTTPRequestHead(version: .http1_1, method: .GET, uri: exchange.address.target)
        head.headers = [
            "Host": exchange.address.authority, "Accept": "application/json", "Accept-Encoding": "identity",
        ]
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
    }

    private func establish(_ context: ChannelHandlerContext) {
        isEstablished = true
        connectTimer?.cancel()
        send(context)
    }

    private func receive(_ head: HTTPResponseHead) throws(FetchError) -> FetchedDocument? {
        guard head.status == .ok else {
            let seconds = head.headers.first(name: "Retry-After").flatMap { Int($0) }
            return FetchedDocument(status: Int(head.status.code), retryAfter: seconds, body: [])
        }
        // What can be refused before a byte of the body is read.
        let encodings = head.headers[canonicalForm: "Content-Encoding"]
        guard encodings.allSatisfy({ $0.lowercased() == "identity" }) else {
            throw FetchError(.content, "The answer has a content encoding although none was accepted.")
        }
        if let length = head.headers.first(name: "Content-Length").flatMap({ Int($0) }), let exchange {
            guard length <= exchange.limits.bodySize else {
                throw FetchError(.tooLarge, "\(length) bytes are announced; the limit is \(exchange.limits.bodySize).")
            }
            body.reserveCapacity(length)
        }
        self.head = head
        return nil
    }

    private func receive(_ buffer: ByteBuffer, _ limits: FetchLimits) throws(FetchError) {
        guard body.count + buffer.readableBytes <= limits.bodySize else {
            throw FetchError(.tooLarge, "The answer is longer than \(limits.bodySize) bytes.")
        }
        body.append(contentsOf: buffer.readableBytesView)
    }

    private func finish(_ exchange: DocumentExchange, _ head: HTTPResponseHead, _ context: ChannelHandlerContext) {
        let document = FetchedDocument(
            status: 200, contentType: head.headers.first(name: "Content-Type"), body: body)
        (self.exchange, self.head, body) = (nil, nil, [])
        if head.isKeepAlive {
            exchange.idle.put(context.channel, exchange.address.origin)
        } else {
            context.close(promise: nil)
        }
        exchange.promise.succeed(document)
    }
}

extension DocumentHandler {
    func handlerAdded(context: ChannelHandlerContext) { self.context = context }

    func handlerRemoved(context: ChannelHandlerContext) { self.context = nil }

    func channelActive(context: ChannelHandlerContext) {
        if !isSecure { establish(context) }
        context.fireChannelActive()
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if case .handshakeCompleted? = event as? TLSUserEvent { establish(context) }
        context.fireUserInboundEventTriggered(event)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard let exchange else { return context.close(promise: nil) }
        do throws(FetchError) {
            switch unwrapInboundIn(data) {
            case .head(let head):
                guard let document = try receive(head) else { return }
                self.exchange = nil
                exchange.promise.succeed(document)
                context.close(promise: nil)
            case .body(let buffer): try receive(buffer, exchange.limits)
            case .end: if let head { finish(exchange, head, context) }
            }
        } catch {
            fail(error, context)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { fail(error, context) }

    func channelInactive(context: ChannelHandlerContext) {
        fail(ChannelError.eof, context)
        context.fireChannelInactive()
    }

    private func fail(_ error: any Error, _ context: ChannelHandlerContext) {
        failure = failure ?? error
        connectTimer?.cancel()
        exchange?.promise.fail(error)
        exchange = nil
        context.close(promise: nil)
    }
}
