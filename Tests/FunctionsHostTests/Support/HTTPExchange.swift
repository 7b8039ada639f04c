// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import NIOCore
import NIOHTTP1
import NIOPosix

/// Sends one request, byte by byte as given, and reads the answer.
enum HTTPExchange {
    struct Incomplete: Error {}

    /// - Parameter raw: The request; it must ask for the connection's end.
    static func send(_ raw: String, port: Int) async throws -> HTTPMessage {
        try await send(Array(raw.utf8), port: port)
    }

    static func send(_ raw: [UInt8], port: Int) async throws -> HTTPMessage {
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .connect(host: "127.0.0.1", port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(ByteToMessageHandler(HTTPResponseDecoder()))
                    return try NIOAsyncChannel<HTTPClientResponsePart, ByteBuffer>(wrappingChannelSynchronously: channel)
                }
            }
        return try await channel.executeThenClose { inbound, outbound in
            try await outbound.write(ByteBuffer(bytes: raw))
            var message = HTTPMessage()
            for try await part in inbound {
                switch part {
                case .head(let head):
                    message.status = Int(head.status.code)
                    message.headers = head.headers
                case .body(let buffer):
                    message.body += Array(buffer.readableBytesView)
                case .end:
                    return message
                }
            }
            throw Incomplete()
        }
    }
}
