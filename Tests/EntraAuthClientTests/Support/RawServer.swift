// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import NIOCore
import NIOPosix
import NIOSSL

/// A server on a free port of the loopback that answers each connection's first request as the test says, byte by byte.
final class RawServer: Sendable {
    let port: Int
    private let channel: any Channel
    private let log: RequestLog

    private init(channel: any Channel, port: Int, log: RequestLog) {
        self.channel = channel
        self.port = port
        self.log = log
    }

    /// Runs a body with a server that answers with a script, then closes everything.
    static func run(
        _ answer: Answer, tls: NIOSSLContext? = nil, _ body: (RawServer) async throws -> Void
    ) async throws {
        let server = try await start(answer, tls: tls)
        do {
            try await body(server)
        } catch {
            try? await server.channel.close()
            throw error
        }
        try await server.channel.close()
    }

    /// A URL that nobody serves: the port was free a moment ago.
    static func deserted() async throws -> String {
        let server = try await start(.silence, tls: nil)
        try await server.channel.close()
        return server.url()
    }

    private static func start(_ answer: Answer, tls: NIOSSLContext?) async throws -> RawServer {
        let log = RequestLog()
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { channel in
                log.open()
                return channel.eventLoop.makeCompletedFuture {
                    if let tls { try channel.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: tls)) }
                    try channel.pipeline.syncOperations.addHandler(AnsweringHandler(answer: answer, log: log))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        return RawServer(channel: channel, port: channel.localAddress?.port ?? 0, log: log)
    }

    /// The requests' bytes, in order.
    var requests: [String] { log.requests }

    var connections: Int { log.connections }

    func url(_ path: String = "/keys", scheme: String = "http", host: String = "127.0.0.1") -> String {
        "\(scheme)://\(host):\(port)\(path)"
    }
}
