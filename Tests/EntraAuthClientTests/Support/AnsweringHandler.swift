// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import NIOCore

/// Reads a request's head and answers it.
final class AnsweringHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let answer: Answer
    private let log: RequestLog
    private var received = ""

    init(answer: Answer, log: RequestLog) {
        self.answer = answer
        self.log = log
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        received += String(buffer: unwrapInboundIn(data))
        guard received.hasSuffix("\r\n\r\n") else { return }
        log.append(received)
        received = ""
        let channel = context.channel
        switch answer {
        case .close:
            context.close(promise: nil)
        case .bytes(let bytes, let close):
            let written = channel.writeAndFlush(ByteBuffer(bytes: bytes))
            if close { written.whenComplete { _ in channel.close(promise: nil) } }
        case .endless(let head, let piece):
            channel.writeAndFlush(ByteBuffer(bytes: head)).whenSuccess { Self.pour(piece, into: channel) }
        case .drip(let head, let piece):
            channel.writeAndFlush(ByteBuffer(bytes: head), promise: nil)
            let drops = context.eventLoop.scheduleRepeatedTask(initialDelay: .zero, delay: .milliseconds(20)) { _ in
                channel.writeAndFlush(ByteBuffer(bytes: piece), promise: nil)
            }
            channel.closeFuture.whenComplete { _ in drops.cancel() }
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

    private static func pour(_ piece: [UInt8], into channel: any Channel) {
        channel.writeAndFlush(ByteBuffer(bytes: piece)).whenSuccess { pour(piece, into: channel) }
    }
}
