// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import NIOCore
import NIOPosix

/// Sends bytes, says that no more will come, and takes what comes until the other side closes.
enum FuzzClient {
    static func exchange(_ bytes: [UInt8], port: Int) async throws -> [UInt8] {
        let channel = try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .connect(host: "127.0.0.1", port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try NIOAsyncChannel<ByteBuffer, ByteBuffer>(
                        wrappingChannelSynchronously: channel,
                        configuration: NIOAsyncChannel.Configuration(isOutboundHalfClosureEnabled: true))
                }
            }
        return try await channel.executeThenClose { inbound, outbound in
            var answer: [UInt8] = []
            // The other side may close first, and then it is its answer that counts.
            try? await outbound.write(ByteBuffer(bytes: bytes))
            outbound.finish()
            do {
                for try await part in inbound { answer.append(contentsOf: part.readableBytesView) }
            } catch is IOError {
                // A reset is an end like any other.
            }
            return answer
        }
    }
}
