// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import NIOCore
import NIOPosix

/// Finds a port for the handler (host contract §2.1).
enum FreePort {
    /// Ports below those that Linux gives out by itself (32,768 and up): between this look and the handler's bind,
    /// nobody gets one of these by chance.
    private static let quietPorts = 20_000..<32_768

    /// A port of 127.0.0.1 that is free at this moment.
    static func find() async throws(HostError) -> Int {
        for _ in 0..<20 {
            if let port = try? await bind(Int.random(in: quietPorts)) { return port }
        }
        do {
            return try await bind(0)
        } catch {
            throw HostError(.handlerStart, "No free port of 127.0.0.1 could be found for the handler: \(error)")
        }
    }

    /// Checks that a fixed port is free.
    static func check(_ port: Int) async throws(HostError) {
        do {
            _ = try await bind(port)
        } catch {
            throw HostError(
                .hostConfiguration,
                "Unable to bind to port \(port). Choose another customHandler.port in host.json, or end what uses it.")
        }
    }

    private static func bind(_ port: Int) async throws -> Int {
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .bind(host: "127.0.0.1", port: port).get()
        let bound = channel.localAddress?.port ?? port
        try await channel.close().get()
        return bound
    }
}
