// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import EntraAuth
import EntraAuthClient
import Testing

@Suite("Servers that stall or break", .timeLimit(.minutes(5)))
struct BrokenServerTests {
    private static let short = Duration.milliseconds(300)

    @Test(
        "Silence ends at the deadline, before the head and inside the body (NET-11)",
        arguments: [
            "", "HTTP/1.1 200 OK\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n",
            "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n{\"a\"",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
        ])
    func silence(head: String) async throws {
        try await RawServer.run(.text(head)) { server in
            try await Fetch.fails(.timeout, server.url(), deadline: Self.short)
        }
    }

    @Test("A drip ends at the deadline, however steady it is")
    func drip() async throws {
        let body = Array("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n".utf8)
        let head = Array("HTTP/1.1 200 OK\r\nX-Field: ".utf8)
        for start in [body, head] {
            try await RawServer.run(.drip(start, piece: [0x20])) { server in
                try await Fetch.fails(.timeout, server.url(), deadline: Self.short)
            }
        }
    }

    @Test(
        "A truncated body is no document (NET-16)",
        arguments: [
            "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{}",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n64\r\n{}",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n",
        ])
    func truncated(text: String) async throws {
        try await RawServer.run(.text(text, close: true)) { server in
            try await Fetch.fails(.connection, server.url())
        }
    }

    @Test("A connection that closes, or does not speak HTTP, is a broken connection")
    func broken() async throws {
        for answer in [
            Answer.close, .text("SSH-2.0-OpenSSH_9\r\n\r\n", close: true),
            .text("HTTP/1.1 200 OK\r\nContent-Le", close: true),
            .text("HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n", close: true),
        ] {
            try await RawServer.run(answer) { server in
                try await Fetch.fails(.connection, server.url())
            }
        }
    }

    @Test(
        "An IPv6 address that swallows connections does not keep the IPv4 one from being asked (NET-26)",
        .enabled(if: BlackHole.isPossible, "localhost is not an IPv6 and an IPv4 address on this machine"))
    func blackHole() async throws {
        try await RawServer.run(.text("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}", close: true)) { server in
            try await BlackHole.run(port: server.port) {
                await #expect(throws: (any Error).self) { try await BlackHole.attempt(port: server.port) }
                try await Fetch.gives("{}", server.url(host: "localhost"))
            }
        }
    }

    @Test("A refused connection is a connection failure, at once")
    func refused() async throws {
        try await Fetch.fails(.connection, try await RawServer.deserted())
    }

    @Test(
        "What is no URL is a connection failure",
        arguments: [
            "", "nonsense", "file:///etc/passwd", "ftp://127.0.0.1/x", "https://", "https://user@localhost/",
            "https://localhost:0/", "https://localhost:65536/", "https://localhost/#keys", "https://localhost/a b",
        ])
    func noURL(text: String) async throws {
        try await Fetch.fails(.connection, text)
    }

    @Test("A cancelled fetch ends")
    func cancelled() async throws {
        try await RawServer.run(.silence) { server in
            let url = server.url()
            let fetch = Task { try await Fetch.document(url) }
            fetch.cancel()
            await #expect(throws: FetchError.self) { try await fetch.value }
        }
    }
}
