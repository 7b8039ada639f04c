// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
import Logging
import NIOHTTP1
import Testing

@Suite("Forwarding and proxying", .timeLimit(.minutes(5)))
struct TransportTests {
    private static let app = ["echo/function.json": AppFolder.http(#""route":"echo/{*rest}""#)]

    private static func environment(_ mode: String) -> [String: String] {
        ["AzureFunctionsJobHost__customHandler__\(mode)": "true"]
    }

    private static let answer: @Sendable (HTTPMessage) -> HTTPMessage = { request in
        HTTPMessage(
            status: 418, headers: ["Set-Cookie": "a=1", "X-Method": request.method], body: [0x00, 0xFF] + request.body)
    }

    @Test(
        "A request passes as it is, with any status and bytes, and the host's own headers",
        arguments: [
            "enableForwardingHttpRequest", "enableProxyingHttpRequest",
        ])
    func passesThrough(mode: String) async throws {
        try await HostUnderTest.withRunning(
            Self.app, environment: Self.environment(mode), answer: Self.answer
        ) { host async throws in
            let answer = try await host.post(
                "/api/echo/a%2Fb?x=1&x=2", type: "text/plain", Array("body".utf8),
                headers: "X-Azure-Functions-InvocationId: forged\r\nX-Azure-Functions-HostVersion: forged\r\n"
                    + "Authorization: Bearer t\r\n")
            #expect(answer.status == 418)
            #expect(answer.body == [0x00, 0xFF] + Array("body".utf8))
            #expect(answer.headers.first(name: "Set-Cookie") == "a=1")
            let call = try #require(host.handler.calls.first)
            #expect(call.uri.hasPrefix("/api/echo/a%2Fb?"))
            #expect(call.headers.first(name: "Authorization") == "Bearer t")
            let ids = call.headers["X-Azure-Functions-InvocationId"]
            #expect(ids.count == 1 && ids.allSatisfy { UUID(uuidString: $0) != nil })
            #expect(!call.headers["X-Azure-Functions-HostVersion"].contains("forged"))
            #expect(host.console.messages.contains { $0.contains("Executed 'Functions.echo' (Succeeded") })
        }
    }

    @Test("Forwarding rebuilds the query and keeps the client's Host")
    func forwardingDetails() async throws {
        try await HostUnderTest.withRunning(
            Self.app, environment: Self.environment("enableForwardingHttpRequest"), answer: Self.answer
        ) { host async throws in
            _ = try await host.get(
                "/api/echo/x?a=1&a=2&b&n=Ink%20And%20Toner", headers: "User-Agent: me\r\nContent-Language: de\r\n")
            let call = try #require(host.handler.calls.first)
            #expect(call.uri == "/api/echo/x?a=1%2C2&b=&n=Ink%20And%20Toner")
            #expect(call.headers.first(name: "Host") == "localhost:7071")
            #expect(call.headers.first(name: "User-Agent")?.hasPrefix("me Azure-Functions-Host/") == true)
            #expect(call.headers.first(name: "Content-Language") == nil)
        }
    }

    @Test("Forwarding a chunked request fails, and a warning says why")
    func forwardingChunked() async throws {
        try await HostUnderTest.withRunning(
            Self.app, environment: Self.environment("enableForwardingHttpRequest"), answer: Self.answer
        ) { host async throws in
            #expect(try await HTTPExchange.send(Self.chunked, port: host.port).status == 500)
            #expect(host.handler.calls.isEmpty)
            #expect(host.console.messages(at: .warning).contains { $0.contains("chunked") })
        }
    }

    @Test("Proxying streams a chunked request, and sets the forwarded headers")
    func proxyingDetails() async throws {
        try await HostUnderTest.withRunning(
            Self.app, environment: Self.environment("enableProxyingHttpRequest"), answer: Self.answer
        ) { host async throws in
            let answer = try await HTTPExchange.send(Self.chunked, port: host.port)
            #expect(answer.status == 418)
            #expect(answer.body == [0x00, 0xFF] + Array("abc".utf8))
            let call = try #require(host.handler.calls.first)
            #expect(call.uri == "/api/echo/x?a=1&a=2")
            #expect(call.headers.first(name: "Host")?.hasPrefix("127.0.0.1:") == true)
            #expect(call.headers["X-Forwarded-For"] == ["127.0.0.1"])
            #expect(call.headers["X-Forwarded-Host"] == ["localhost:7071"])
            #expect(call.headers["X-Forwarded-Proto"] == ["http"])
            #expect(call.headers.first(name: "Forwarded") == nil)
            #expect(call.headers.first(name: "x-ms-invocation-id") != nil)
        }
    }

    @Test(
        "A function with another output gets envelopes, whatever the mode",
        arguments: [
            "enableForwardingHttpRequest", "enableProxyingHttpRequest",
        ])
    func mixedFunction(mode: String) async throws {
        let output = #"{"type":"http","direction":"out","name":"res"},{"type":"queue","direction":"out","name":"q"}"#
        let app = ["f/function.json": AppFolder.http(output: output)]
        try await HostUnderTest.withRunning(app, environment: Self.environment(mode)) { host async throws in
            #expect(try await host.get("/api/f").status == 204)
            #expect(host.handler.calls.first?.method == "POST")
            #expect(host.handler.calls.first?.uri == "/f")
        }
    }

    private static let chunked =
        "POST /api/echo/x?a=1&a=2 HTTP/1.1\r\nHost: localhost:7071\r\nTransfer-Encoding: chunked\r\n"
        + "X-Forwarded-For: 6.6.6.6\r\nForwarded: for=6.6.6.6\r\nConnection: close\r\n\r\n3\r\nabc\r\n0\r\n\r\n"
}
