// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions
import AzureFunctionsTesting
import HTTPTypes
import NIOHTTP1
import StrictJSON
import Testing

@Suite(.timeLimit(.minutes(5))) struct `Requests made to be misread` {
    private static func post(_ fields: String, _ body: String = "") -> String {
        "POST /api/echo HTTP/1.1\r\nHost: a\r\n\(fields)\r\n\(body)"
    }

    private static let smuggled = "POST /tick HTTP/1.1\r\nHost: a\r\n\r\n"

    @Test(arguments: [
        post("Content-Length: 6\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\nG"),
        post("Transfer-Encoding: chunked\r\nContent-Length: 6\r\n", "0\r\n\r\n" + smuggled),
        post("Content-Length: 5\r\nContent-Length: 6\r\n", "12345" + smuggled),
        post("Content-Length: 5, 6\r\n", "12345"), post("Content-Length: +5\r\n", "12345"),
        post("Content-Length: 0x5\r\n", "12345"), post("Content-Length: 5 5\r\n", "12345"),
        post("Content-Length : 5\r\n", "12345"), post("Content-Length:\r\n 5\r\n", "12345"),
        post("Transfer-Encoding: xchunked\r\n", "0\r\n\r\n"),
        post("Transfer-Encoding: chunked, identity\r\n", "0\r\n\r\n"),
        post("Transfer-Encoding : chunked\r\n", "0\r\n\r\n"), post("Transfer-Encoding: \u{0B}chunked\r\n", "0\r\n\r\n"),
        post("Transfer-Encoding: chunked\r\n", "g\r\n"), post("Transfer-Encoding: chunked\r\n", "-1\r\n"),
        post("Transfer-Encoding: chunked\r\n", "fffffffffffffffff\r\n"),
        post("Transfer-Encoding: chunked\r\n", "3\nabc\r\n0\r\n\r\n"),
        post("X: a\r\n b\r\nContent-Length: 0\r\n"), post("X: a\rY: b\r\nContent-Length: 0\r\n"),
        post("X: a\u{0}b\r\nContent-Length: 0\r\n"), post("X\u{0}: a\r\nContent-Length: 0\r\n"),
        post("X Y: a\r\nContent-Length: 0\r\n"), post(": a\r\nContent-Length: 0\r\n"),
        "POST /api/echo HTTP/1.1\nHost: a\rContent-Length: 0\n\n", "POST /api/echo HTTP/9.9\r\n\r\n",
        "POST /api/e cho HTTP/1.1\r\n\r\n", "PO\u{0}ST / HTTP/1.1\r\n\r\n",
        post("X: " + String(repeating: "x", count: 100_000) + "\r\nContent-Length: 0\r\n"),
        post((0..<10_000).map { "X\($0): y\r\n" }.joined() + "Content-Length: 0\r\n"),
        "POST /" + String(repeating: "x", count: 100_000) + " HTTP/1.1\r\nHost: a\r\n\r\n",
    ])
    func `They reach no function twice, and the process serves on`(request: String) async throws {
        let seen = Probe<String>()
        try await sampleApp(seen).withServer(hostJSON: .proxying) { port in
            let answer = String(decoding: await bytes(port, request), as: UTF8.self)
            let statuses = answer.split(separator: "\r\n").filter { $0.hasPrefix("HTTP/1.") }.map {
                $0.split(separator: " ")
            }
            #expect(statuses.count <= 1, "\(answer.prefix(400))")
            #expect(statuses.allSatisfy { $0.count > 1 && $0[1].hasPrefix("4") }, "\(answer.prefix(400))")
            let probe = try await exchange(port, RawRequest.plain("GET", "/"))
            #expect(probe.status == 200)
        }
        #expect(seen.values.isEmpty)
    }

    @Test func `Ten thousand requests in one go are answered one after another`() async throws {
        try await sampleApp().withServer { port in
            try await RawConnection.with(port: port) { connection in
                let send = connection.sender
                let batch = Array(String(repeating: RawRequest.plain("GET", "/"), count: 10_000).utf8)
                async let sent: Void = send(batch)
                for _ in 0..<10_000 {
                    let response = try await connection.response()
                    #expect(response.status == 200)
                }
                try await sent
            }
        }
    }

    @Test func `After a request to change the protocol the connection ends, and nothing is left hanging`() async throws
    {
        try await sampleApp().withServer { port in
            let answer = await bytes(
                port, RawRequest.plain("GET", "/", more: "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\n"),
                halfCloses: false)
            let text = String(decoding: answer, as: UTF8.self)
            #expect(text.hasPrefix("HTTP/1.1 200") && text.lowercased().contains("connection: close"))
        }
    }

    @Test func `A client's invocation id is used for correlation, and nothing else depends on it`() async throws {
        let seen = Probe<String>()
        let door = try Door(sampleApp(seen), hostJSON: .proxying)
        let forged = await door.send(.GET, "/api/hello/x", headers: ["X-Azure-Functions-InvocationId": "chosen-1"])
        #expect(forged.text == "hello x chosen-1")
        let hostile = await door.send(
            .GET, "/api/hello/x", headers: ["X-Azure-Functions-InvocationId": "a b\u{1B}[31m"])
        #expect(hostile.text.count == "hello x ".count + 36)
        #expect(await door.invoke("echo", EnvelopeSamples.h2).status == .notFound)
        #expect(seen.values.isEmpty)
    }

    @Test(arguments: [99, 100, 101, 199]) func `A status that is not final is a 500`(status: Int) async throws {
        let app = FunctionApp { HTTPFunction("odd") { _, _ in .status(.init(code: status)) } }
        let response = try await Door(app, hostJSON: .proxying).send(.GET, "/api/odd")
        #expect(response.status == .internalServerError)
    }

    @Test(arguments: [204, 304]) func `A status without body has none on the wire`(status: Int) async throws {
        let app = FunctionApp(authLevel: .anonymous) {
            HTTPFunction("none") { _, _ in
                FunctionResponse(
                    status: .init(code: status), headers: [.transferEncoding: "chunked", .connection: "close"],
                    body: Array("HTTP/1.1 200 OK\r\n\r\n".utf8))
            }
        }
        try await app.withServer(hostJSON: .proxying) { port in
            try await RawConnection.with(port: port) { connection in
                for _ in 0..<2 {
                    try await connection.send(RawRequest.plain("GET", "/api/none"))
                    let response = try await connection.response(hasBody: false)
                    #expect(response.status == status)
                    #expect(response["transfer-encoding"] == nil && response["connection"] == nil)
                }
                #expect(try await closed(&connection).isEmpty)
            }
        }
    }

    private func closed(_ connection: inout RawConnection) async throws -> [UInt8] {
        try await connection.send("x\r\n\r\n")
        let rest = await connection.rest()
        return rest.starts(with: Array("HTTP/1.1 400".utf8)) ? [] : rest
    }
}
