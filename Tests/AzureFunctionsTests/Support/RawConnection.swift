// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import NIOCore
import NIOPosix

/// A connection on which a test says exactly which bytes go over the wire.
struct RawConnection {
    private var inbound: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator
    private let outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
    private var received: [UInt8] = []

    /// Connects, and closes the connection when the body returns.
    static func with<Result>(
        port: Int, _ body: (inout RawConnection) async throws -> Result
    ) async throws -> Result {
        let channel = try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .connect(host: "127.0.0.1", port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try NIOAsyncChannel<ByteBuffer, ByteBuffer>(
                        wrappingChannelSynchronously: channel,
                        configuration: NIOAsyncChannel.Configuration(isOutboundHalfClosureEnabled: true))
                }
            }
        return try await channel.executeThenClose { inbound, outbound in
            var connection = RawConnection(inbound: inbound.makeAsyncIterator(), outbound: outbound)
            return try await body(&connection)
        }
    }

    /// Sends, for a task beside the one that receives.
    var sender: @Sendable ([UInt8]) async throws -> Void {
        let outbound = outbound
        return { try await outbound.write(ByteBuffer(bytes: $0)) }
    }

    func send(_ text: String) async throws { try await send(Array(text.utf8)) }

    func send(_ bytes: [UInt8]) async throws { try await outbound.write(ByteBuffer(bytes: bytes)) }

    /// Says that no more bytes will come.
    func finish() { outbound.finish() }

    /// The next answer; the body by its announced length.
    mutating func response(hasBody: Bool = true) async throws -> RawResponse {
        while true {
            if let (response, count) = RawResponse.parse(received, hasBody: hasBody) {
                received.removeFirst(count)
                return response
            }
            guard let part = try await inbound.next() else { throw ConnectionClosed(received: received) }
            received.append(contentsOf: part.readableBytesView)
        }
    }

    /// The next bytes as they come; nil when the other side closed.
    mutating func part() async throws -> [UInt8]? {
        guard received.isEmpty else {
            defer { received = [] }
            return received
        }
        return try await inbound.next().map { Array($0.readableBytesView) }
    }

    /// What comes until the other side closes; a reset counts as closing.
    mutating func rest() async -> [UInt8] {
        while let part = try? await inbound.next() { received.append(contentsOf: part.readableBytesView) }
        return received
    }
}

/// The other side closed before an answer was complete.
struct ConnectionClosed: Error {
    let received: [UInt8]
}
