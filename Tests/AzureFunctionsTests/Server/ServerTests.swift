// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions
import AzureFunctionsTesting
import StrictJSON
import Testing

@Suite(.timeLimit(.minutes(5))) struct `The server` {
    @Test func `The readiness probe gets 200 and no body, and nothing is logged`() async throws {
        let log = TestLog()
        try await sampleApp().withServer(logger: log.logger) { port in
            let response = try await RawConnection.with(port: port) { connection in
                try await connection.send(RawRequest.plain("GET", "/"))
                return try await connection.response()
            }
            #expect(response.status == 200)
            #expect(response["content-length"] == "0")
        }
        #expect(log.entries.isEmpty)
    }

    @Test func `An invocation is answered with its result`() async throws {
        try await sampleApp().withServer { port in
            let response = try await exchange(port, RawRequest.invoke("hello", EnvelopeSamples.h1))
            #expect(response.status == 200)
            #expect(response["content-type"] == "application/json")
            #expect(response.json?["Outputs"]?["res"]?["body"] == .string("hello 7 \(Door.invocationID)"))
        }
    }

    @Test func `What cannot be served is told apart, and the process lives on`() async throws {
        try await sampleApp().withServer { port in
            for (request, status, code) in [
                (RawRequest.invoke("nosuch", "{}"), 404, "function_not_found"),
                (RawRequest.plain("GET", "/api/hello"), 404, "function_not_found"),
                (RawRequest.plain("DELETE", "/hello"), 404, "function_not_found"),
                (RawRequest.plain("POST", "/hello", more: "Content-Length: 0\r\n"), 400, "missing_invocation_id"),
                (RawRequest.invoke("hello", "{", id: "a"), 400, "invalid_json"),
                (RawRequest.invoke("hello", "{}", id: "a"), 400, "invalid_envelope"),
                (
                    RawRequest.plain(
                        "POST", "/hello",
                        more: "X-Azure-Functions-InvocationId: a\r\nContent-Type: text/plain\r\nContent-Length: 0\r\n"),
                    415, "content_type"
                ),
            ] {
                let response = try await exchange(port, request)
                #expect(response.status == status, "\(request)")
                #expect(response.json?["code"]?.string == code, "\(request)")
            }
            #expect(try await exchange(port, RawRequest.invoke("hello", EnvelopeSamples.h1)).status == 200)
        }
    }

    @Test func `A refusal is logged with the invocation id`() async throws {
        let log = TestLog()
        try await sampleApp().withServer(logger: log.logger) { port in
            _ = try await exchange(port, RawRequest.invoke("hello", "{", id: "abc-123"))
        }
        #expect(log.text.contains("abc-123"))
    }

    @Test(arguments: ["10737418240", "150994945"]) func `A body over the limit is refused when announced`(
        length: String
    ) async throws {
        try await sampleApp().withServer { port in
            try await RawConnection.with(port: port) { connection in
                try await connection.send(
                    RawRequest.plain("POST", "/hello", more: "Content-Length: \(length)\r\n") + "{")
                let response = try await connection.response()
                #expect(response.status == 413)
                #expect(response["connection"] == "close")
                #expect(response.json?["code"] == "payload_too_large")
                #expect(await connection.rest().isEmpty)
            }
            #expect(try await exchange(port, RawRequest.plain("GET", "/")).status == 200)
        }
    }

    @Test(arguments: [
        "Content-Length: 99999999999999999999999\r\n", "Content-Length: -1\r\n", "Content-Length: x\r\n",
        "Content-Length: 1\r\nContent-Length: 2\r\n", "Transfer-Encoding: chunked\r\nContent-Length: 3\r\n",
        "Transfer-Encoding: nonsense\r\n", " Folded: x\r\n", "Na me: x\r\n",
    ])
    func `A head that is not sound never reaches a function`(fields: String) async throws {
        let bodies = Probe<String>()
        try await sampleApp(bodies).withServer { port in
            let answer = await bytes(port, RawRequest.plain("POST", "/tick", more: fields) + "0\r\n\r\n")
            let text = String(decoding: answer, as: UTF8.self)
            #expect(answer.isEmpty || text.hasPrefix("HTTP/1.1 4"), "\(text)")
            let response = try await exchange(port, RawRequest.plain("GET", "/"))
            #expect(response.status == 200)
        }
        #expect(bodies.values.isEmpty)
    }

    @Test func `Half a request, then nothing: the server lives on`() async throws {
        let log = TestLog()
        try await sampleApp().withServer(logger: log.logger) { port in
            let whole = RawRequest.invoke("hello", EnvelopeSamples.h1)
            for count in [1, 20, whole.count / 2, whole.count - 1] {
                let answer = await bytes(port, String(whole.prefix(count)))
                #expect(!String(decoding: answer, as: UTF8.self).contains(" 200 "))
            }
            let response = try await exchange(port, whole)
            #expect(response.status == 200)
        }
        #expect(log.text.contains("middle of a request"))
    }

    @Test func `A request in many small parts is one request`() async throws {
        try await sampleApp().withServer { port in
            let response = try await RawConnection.with(port: port) { connection in
                for byte in RawRequest.invoke("hello", EnvelopeSamples.h1).utf8 { try await connection.send([byte]) }
                return try await connection.response()
            }
            #expect(response.status == 200)
        }
    }

    @Test func `A chunked body is put together`() async throws {
        try await sampleApp().withServer { port in
            let half = EnvelopeSamples.h1.index(EnvelopeSamples.h1.startIndex, offsetBy: 100)
            let parts = [EnvelopeSamples.h1[..<half], EnvelopeSamples.h1[half...]]
            let chunks = parts.map { "\(String($0.utf8.count, radix: 16))\r\n\($0)\r\n" }.joined() + "0\r\n\r\n"
            let head = RawRequest.plain(
                "POST", "/hello",
                more: "X-Azure-Functions-InvocationId: a\r\nContent-Type: application/json\r\n"
                    + "Transfer-Encoding: chunked\r\n")
            let response = try await exchange(port, head + chunks)
            #expect(response.json?["Outputs"]?["res"]?["body"] == "hello 7 a")
        }
    }

    @Test func `A client that waits for 100 Continue gets it, then the answer`() async throws {
        try await sampleApp().withServer { port in
            let request = RawRequest.invoke("hello", EnvelopeSamples.h1, more: "Expect: 100-continue\r\n")
            try await RawConnection.with(port: port) { connection in
                try await connection.send(String(request.dropLast(EnvelopeSamples.h1.count)))
                #expect(try await connection.response().status == 100)
                try await connection.send(EnvelopeSamples.h1)
                #expect(try await connection.response().status == 200)
            }
        }
    }
}

/// One request on a connection of its own.
func exchange(_ port: Int, _ request: String, hasBody: Bool = true) async throws -> RawResponse {
    try await RawConnection.with(port: port) { connection in
        try await connection.send(request)
        return try await connection.response(hasBody: hasBody)
    }
}

/// What comes back until the connection ends; nothing when it breaks.
func bytes(_ port: Int, _ request: String, halfCloses: Bool = true) async -> [UInt8] {
    await bytes(port, Array(request.utf8), halfCloses: halfCloses)
}

/// What comes back until the connection ends; nothing when it breaks.
func bytes(_ port: Int, _ request: [UInt8], halfCloses: Bool = true) async -> [UInt8] {
    let answer = try? await RawConnection.with(port: port) { connection in
        try await connection.send(request)
        if halfCloses { connection.finish() }
        return await connection.rest()
    }
    return answer ?? []
}
