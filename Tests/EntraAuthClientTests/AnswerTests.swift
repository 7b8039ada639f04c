// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import EntraAuth
import EntraAuthClient
import Testing

@Suite("What a server may answer", .timeLimit(.minutes(5)))
struct AnswerTests {
    @Test("A document comes with its type, and the request asks for plain JSON")
    func document() async throws {
        try await RawServer.run(.ok("{\"keys\":[]}")) { server in
            let document = try await Fetch.document(server.url("/a/b?appid=1"))
            #expect(document.status == 200)
            #expect(document.contentType == "application/json")
            #expect(document.body == Array("{\"keys\":[]}".utf8))
            let request = try #require(server.requests.first).lowercased()
            #expect(request.hasPrefix("get /a/b?appid=1 http/1.1\r\n"))
            #expect(request.contains("\r\naccept-encoding: identity\r\n"))
            #expect(request.contains("\r\naccept: application/json\r\n"))
            #expect(server.requests.count == 1)
        }
    }

    @Test("A chunked document comes whole")
    func chunked() async throws {
        let text = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\n{\"a\r\n4\r\n\":1}\r\n0\r\n\r\n"
        try await RawServer.run(.text(text)) { server in
            try await Fetch.gives("{\"a\":1}", server.url())
        }
    }

    @Test("A redirect is not followed (NET-09, NET-10)", arguments: [301, 302, 303, 307, 308])
    func redirect(status: Int) async throws {
        let text = "HTTP/1.1 \(status) Moved\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n"
        try await RawServer.run(.text(text)) { server in
            let document = try await Fetch.document(server.url())
            #expect(document.status == status)
            #expect(document.body == [])
            #expect(server.requests.count == 1)
        }
    }

    @Test("Another status is passed on without its body, with Retry-After (NET-02, NET-03, NET-04)")
    func statuses() async throws {
        for (status, field, seconds) in [
            (404, "", nil), (429, "Retry-After: 7\r\n", 7),
            (503, "Retry-After: Fri, 01 Jan 2027 00:00:00 GMT\r\n", nil),
            (429, "Retry-After: 3600\r\n", 3_600), (500, "", nil),
        ] as [(Int, String, Int?)] {
            let text = "HTTP/1.1 \(status) No\r\n\(field)Content-Length: 5\r\n\r\nhello"
            try await RawServer.run(.text(text)) { server in
                let document = try await Fetch.document(server.url())
                #expect(document.status == status)
                #expect(document.retryAfter == seconds)
                #expect(document.body == [])
            }
        }
    }

    @Test("A content encoding is refused (NET-15)", arguments: ["gzip", "deflate", "br", "identity, gzip", "GZIP"])
    func encoding(name: String) async throws {
        try await RawServer.run(.ok("{}", fields: "Content-Encoding: \(name)\r\n")) { server in
            try await Fetch.fails(.content, server.url())
        }
    }

    @Test("The identity encoding is none")
    func identity() async throws {
        try await RawServer.run(.ok("{}", fields: "Content-Encoding: identity\r\n")) { server in
            try await Fetch.gives("{}", server.url())
        }
    }

    @Test("Ten gigabytes are refused when they are announced (NET-14)")
    func announced() async throws {
        try await RawServer.run(.text("HTTP/1.1 200 OK\r\nContent-Length: 10737418240\r\n\r\n")) { server in
            try await Fetch.fails(.tooLarge, server.url())
        }
    }

    @Test("A body that never ends is cut at the limit (NET-13)")
    func endless() async throws {
        let head = Array("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n".utf8)
        let chunk = Array("4000\r\n".utf8) + [UInt8](repeating: 0x20, count: 0x4000) + Array("\r\n".utf8)
        try await RawServer.run(.endless(head, piece: chunk)) { server in
            try await Fetch.fails(.tooLarge, server.url())
        }
    }

    @Test("A body of exactly the limit is accepted, one byte more is not")
    func limit() async throws {
        let body = String(repeating: " ", count: 100)
        try await RawServer.run(.ok(body)) { server in
            try await Fetch.gives(body, server.url(), bodySize: 100)
            try await Fetch.fails(.tooLarge, server.url(), bodySize: 99)
        }
        let unannounced = "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + body
        try await RawServer.run(.text(unannounced, close: true)) { server in
            try await Fetch.gives(body, server.url(), bodySize: 100)
            try await Fetch.fails(.tooLarge, server.url(), bodySize: 99)
        }
    }

    @Test("A flood of header fields is refused (NET-28)")
    func headerFlood() async throws {
        let fields = (0..<10_000).map { "X-Field-\($0): \(String(repeating: "v", count: 64))\r\n" }.joined()
        try await RawServer.run(.ok("{}", fields: fields)) { server in
            try await Fetch.fails(.connection, server.url())
        }
    }
}
