// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import EntraTenant
import NIOCore
import NIOPosix

/// One request over plain TCP, and what comes back byte by byte.
struct RawClient: Sendable {
    struct Answer: Sendable {
        private(set) var bytes: [UInt8] = []
        /// Whether the server closed the connection.
        var isClosed = false
        /// Status line and fields in lower case, each line ended; nil before the head is there.
        private(set) var head: String?
        /// The length that the head announces.
        private(set) var announcedLength: Int?
        private var bodyStart = 0

        var text: String { String(decoding: bytes, as: UTF8.self) }

        /// Whether as many bytes are there as were announced.
        var isComplete: Bool { announcedLength == body.count }

        var body: ArraySlice<UInt8> { head == nil ? [] : bytes[bodyStart...] }

        /// Looks for the end of the head in what is new only, because some heads are long.
        mutating func append(_ more: some Sequence<UInt8>) {
            var index = max(0, bytes.count - 3)
            bytes += more
            while head == nil, index + 4 <= bytes.count {
                if bytes[index] == 13, bytes[index + 1] == 10, bytes[index + 2] == 13, bytes[index + 3] == 10 {
                    let text = String(decoding: bytes[..<(index + 2)], as: UTF8.self).lowercased()
                    let line = text.split(separator: "\r\n").first { $0.hasPrefix("content-length: ") }
                    announcedLength = line.flatMap { Int($0.dropFirst(16)) }
                    head = text
                    bodyStart = index + 4
                }
                index += 1
            }
        }
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
                    answer.append(buffer.readableBytesView)
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
