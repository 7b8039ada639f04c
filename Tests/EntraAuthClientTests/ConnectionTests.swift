// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import EntraAuth
import EntraAuthClient
import Testing

@Suite("Which connections are used", .timeLimit(.minutes(5)))
struct ConnectionTests {
    private static let limits = FetchLimits(deadline: .seconds(60), bodySize: 1_000)

    @Test("The next fetch from the same server uses the same connection")
    func kept() async throws {
        try await RawServer.run(.ok("{}")) { server in
            let transport = try HTTPDocumentTransport(trust: .system, idleTime: .seconds(600))
            for _ in 1...3 { #expect(try await transport.get(server.url(), limits: Self.limits).status == 200) }
            #expect(server.requests.count == 3)
            #expect(server.connections == 1)
        }
    }

    @Test("Another server, or another name of the same one, gets a connection of its own")
    func origins() async throws {
        try await RawServer.run(.ok("{}")) { first in
            try await RawServer.run(.ok("[]")) { second in
                let transport = try HTTPDocumentTransport(trust: .system, idleTime: .seconds(600))
                let urls = [first.url(), second.url(), second.url(host: "localhost")]
                let bodies = ["{}", "[]", "[]"]
                for (url, body) in zip(urls, bodies) {
                    #expect(try await transport.get(url, limits: Self.limits).body == Array(body.utf8))
                }
                #expect([first.connections, second.connections] == [1, 2])
            }
        }
    }

    @Test(
        "A connection is not used again after a refusal, or when the server ends it",
        arguments: [
            "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}",
            "HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\n{}", "HTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n",
        ])
    func ended(answer: String) async throws {
        try await RawServer.run(.text(answer)) { server in
            let transport = try HTTPDocumentTransport(trust: .system, idleTime: .seconds(600))
            for _ in 1...2 { _ = try await transport.get(server.url(), limits: Self.limits) }
            #expect(server.connections == 2)
        }
    }

    @Test("Fetches at the same time have connections of their own")
    func concurrent() async throws {
        try await RawServer.run(.ok("{}")) { server in
            let transport = try HTTPDocumentTransport(trust: .system, idleTime: .seconds(600))
            let url = server.url()
            try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 1...8 { group.addTask { try await transport.get(url, limits: Self.limits).status } }
                for try await status in group { #expect(status == 200) }
            }
            #expect(server.requests.count == 8)
        }
    }

    @Test(
        "Plain http is spoken on the loopback only",
        arguments: ["192.0.2.1", "localhost.example", "127.0.0.2", "[::2]"])
    func plain(host: String) async throws {
        let error = try await #require(throws: FetchError.self) { try await Fetch.document("http://\(host)/keys") }
        #expect(error.code == .connection)
        #expect(error.message.contains("http on the loopback"))
    }
}
