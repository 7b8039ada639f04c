// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import NIOCore
import NIOPosix

/// One connection on which a test says exactly which bytes go over the wire.
enum Wire {
    /// Sends bytes and reads until the other side closes; a reset counts as closing.
    static func exchange(_ text: String, port: Int) async throws -> WireAnswer {
        let channel = try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .connect(host: "127.0.0.1", port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
                }
            }
        return try await channel.executeThenClose { inbound, outbound in
            var received: [UInt8] = []
            // What does not get through because the other side has closed already is not needed.
            try? await outbound.write(ByteBuffer(string: text))
            do {
                for try await part in inbound { received.append(contentsOf: part.readableBytesView) }
            } catch {}
            return WireAnswer(bytes: received)
        }
    }

    /// A request after which the other side closes.
    static func get(_ target: String, _ lines: String...) -> String {
        let fields = (["Host: 127.0.0.1", "Connection: close"] + lines).map { $0 + "\r\n" }.joined()
        return "GET \(target) HTTP/1.1\r\n\(fields)\r\n"
    }
}
