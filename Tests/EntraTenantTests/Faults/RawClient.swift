// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import EntraTenant
import NIOCore
import NIOPosix

/// One request over plain TCP, and what comes back byte by byte.
struct RawClient: Sendable {
    struct Answer: Sendable {
        var bytes: [UInt8] = []
        /// Whether the server closed the connection.
        var isClosed = false

        var text: String { String(decoding: bytes, as: UTF8.self) }

        private var cut: Range<Int>? { bytes.firstRange(of: Array("\r\n\r\n".utf8)) }
        /// Status line and fields in lower case, each line ended; nil before the head is there.
        var head: String? { cut.map { String(decoding: bytes[..<$0.lowerBound], as: UTF8.self).lowercased() + "\r\n" } }
        var body: ArraySlice<UInt8> { cut.map { bytes[$0.upperBound...] } ?? [] }
    }

    /// Asks for a path, reads until the closure is content or the server closes, and leaves.
    static func get(
        _ path: String, _ endpoint: TenantEndpoint,
        until isEnough: @Sendable (Answer) async throws -> Bool = { _ in false }
    ) async throws -> Answer {
        let channel = try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .connect(host: "127.0.0.1", port: endpoint.port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
                }
            }
        return try await channel.executeThenClose { inbound, outbound in
            let request = "GET \(path) HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: identity\r\n\r\n"
            try await outbound.write(ByteBuffer(string: request))
            var answer = Answer()
            do {
                for try await buffer in inbound {
                    answer.bytes += buffer.readableBytesView
                    if try await isEnough(answer) { return answer }
                }
            } catch let error as IOError where error.errnoCode != 0 {
                // A reset is a way of closing, too.
            }
            answer.isClosed = true
            return answer
        }
    }

    static func keys(
        _ endpoint: TenantEndpoint, until isEnough: @Sendable (Answer) async throws -> Bool = { _ in false }
    ) async throws -> Answer {
        try await get("/\(endpoint.tenantID)/discovery/v2.0/keys", endpoint, until: isEnough)
    }
}
