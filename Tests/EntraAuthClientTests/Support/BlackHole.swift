// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import NIOCore
import NIOPosix

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A port of `::1` that swallows connection attempts: its queue is full and nobody takes anything out of it.
enum BlackHole {
    /// Whether `localhost` is an IPv6 and an IPv4 address here, and the first one is tried first.
    static var isPossible: Bool {
        var families: Set<Int32> = []
        var list: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo("localhost", nil, nil, &list) == 0 else { return false }
        defer { freeaddrinfo(list) }
        var next = list
        while let entry = next?.pointee {
            families.insert(entry.ai_family)
            next = entry.ai_next
        }
        return families.isSuperset(of: [AF_INET, AF_INET6])
    }

    static func run(port: Int, _ body: () async throws -> Void) async throws {
        let group = MultiThreadedEventLoopGroup.singleton
        let server = try await ServerBootstrap(group: group)
            .serverChannelOption(.backlog, value: 0)
            .serverChannelOption(.autoRead, value: false)
            .bind(host: "::1", port: port).get()
        var queued: [any Channel] = []
        do {
            // Until one does not get in.
            while let channel = try? await attempt(port: port) { queued.append(channel) }
            try await body()
        } catch {
            await close([server] + queued)
            throw error
        }
        await close([server] + queued)
    }

    /// Connects, or throws when that takes longer than a loopback ever takes.
    static func attempt(port: Int) async throws -> any Channel {
        try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .connectTimeout(.milliseconds(500))
            .connect(host: "::1", port: port).get()
    }

    private static func close(_ channels: [any Channel]) async {
        for channel in channels { try? await channel.close() }
    }
}
