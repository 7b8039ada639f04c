// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import NIOCore
import NIOHTTP1

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

extension ConnectionHandler {
    /// Sends the head of a streamed answer.
    ///
    /// - Returns: Whether the body is to follow.
    func begin(_ response: HandlerResponse, _ serial: Int, _ context: ChannelHandlerContext) -> Bool {
        guard let exchange = current(serial), !exchange.isAnswerBegun, context.channel.isActive else { return false }
        guard hasBody(response, exchange) else {
            write(response, serial, context)
            return false
        }
        exchange.isAnswerBegun = true
        exchange.remainingLength = response.headers.first(name: "Content-Length").flatMap { Int($0) }
        exchange.isChunked = exchange.remainingLength == nil && exchange.allowsChunks
        var output = ByteBuffer()
        writeHead(response, exchange, to: &output)
        context.writeAndFlush(wrapOutboundOut(output), promise: nil)
        return true
    }

    /// Sends a part of a streamed answer; the promise is kept once the connection has taken it.
    func send(_ bytes: [UInt8], _ serial: Int, _ context: ChannelHandlerContext) -> EventLoopFuture<Void> {
        guard let exchange = current(serial), exchange.isAnswerBegun, context.channel.isActive else {
            return context.eventLoop.makeFailedFuture(ChannelError.ioOnClosedChannel)
        }
        if let remaining = exchange.remainingLength {
            guard bytes.count <= remaining else {
                return context.eventLoop.makeFailedFuture(ResponseLengthError(isTooLong: true))
            }
            self.exchange?.remainingLength = remaining - bytes.count
        }
        self.exchange?.pendingWrites += 1
        self.exchange?.lastMove = context.eventLoop.now
        rearm(context)
        let promise = context.eventLoop.makePromise(of: Void.self)
        let connection = Connection(self, context)
        promise.futureResult.whenComplete { _ in connection.execute { handler, _ in handler.written(serial) } }
        var output = context.channel.allocator.buffer(capacity: bytes.count + 24)
        if exchange.isChunked { ResponseEncoder.writeChunk(bytes, to: &output) } else { output.writeBytes(bytes) }
        context.writeAndFlush(wrapOutboundOut(output), promise: promise)
        return promise.futureResult
    }

    private func written(_ serial: Int) {
        guard exchange?.serial == serial else { return }
        exchange?.pendingWrites -= 1
        exchange?.lastMove = .now()
    }

    /// Ends a streamed answer.
    func end(_ serial: Int, _ context: ChannelHandlerContext) throws(ResponseLengthError) {
        guard let exchange = current(serial), exchange.isAnswerBegun, context.channel.isActive else { return }
        guard exchange.remainingLength ?? 0 == 0 else { throw ResponseLengthError(isTooLong: false) }
        var output = ByteBuffer()
        if exchange.isChunked { ResponseEncoder.writeLastChunk(to: &output) }
        finish(exchange, output, context)
    }

    /// Breaks a streamed answer off, so that it does not look complete.
    func abort(_ serial: Int, _ context: ChannelHandlerContext) {
        guard let exchange = current(serial) else { return }
        phase = .lingering
        exchange.stream?.finish(RequestBodyError.interrupted)
        // HTTP/1.0 has no other end of a body than that of the connection: only a reset tells the two apart.
        if !exchange.allowsChunks, let options = context.channel as? any SocketOptionProvider {
            options.setSoLinger(linger(l_onoff: 1, l_linger: 0)).assumeIsolated().whenComplete { _ in
                context.close(promise: nil)
            }
        } else {
            context.close(promise: nil)
        }
    }
}
