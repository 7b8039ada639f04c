// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import NIOCore
import NIOHTTP1
import NIOPosix

/// Sends one request, byte by byte as given, and reads the answer.
enum HTTPExchange {
    struct Incomplete: Error {}

    static func send(_ raw: String, port: Int) async throws -> HTTPMessage {
        try await send(Array(raw.utf8), port: port)
    }

    static func send(_ raw: [UInt8], port: Int) async throws -> HTTPMessage {
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .connect(host: "127.0.0.1", port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
                }
            }
        return try await channel.executeThenClose { inbound, outbound in
            try await outbound.write(ByteBuffer(bytes: raw))
            var received = ByteBuffer()
            for try await buffer in inbound {
                received.writeImmutableBuffer(buffer)
                if let message = parse(received) { return message }
            }
            throw Incomplete()
        }
    }

    /// The answer, once all of it is there.
    private static func parse(_ buffer: ByteBuffer) -> HTTPMessage? {
        var rest = buffer
        var message = HTTPMessage()
        guard let first = line(&rest) else { return nil }
        message.status = Int(first.split(separator: " ").dropFirst().first ?? "") ?? 0
        while true {
            guard let text = line(&rest) else { return nil }
            if text.isEmpty { break }
            let parts = text.split(separator: ":", maxSplits: 1)
            message.headers.add(name: String(parts[0]), value: String(parts.last?.drop { $0 == " " } ?? ""))
        }
        guard message.headers.first(name: "Transfer-Encoding") == "chunked" else {
            let length = message.headers.first(name: "Content-Length").flatMap(Int.init) ?? 0
            guard let body = rest.readBytes(length: length) else { return nil }
            message.body = body
            return message
        }
        while true {
            guard let size = line(&rest).flatMap({ Int($0, radix: 16) }), let bytes = rest.readBytes(length: size),
                line(&rest) != nil
            else { return nil }
            if size == 0 { return message }
            message.body += bytes
        }
    }

    private static func line(_ buffer: inout ByteBuffer) -> String? {
        let view = buffer.readableBytesView
        guard let end = view.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
        let line = buffer.readString(length: end - view.startIndex + 1)
        // CR LF is one character.
        return line.map { String($0.dropLast()) }
    }
}
