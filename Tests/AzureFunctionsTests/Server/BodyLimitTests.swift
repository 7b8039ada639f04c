// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions
import AzureFunctionsTesting
import HTTPTypes
import NIOHTTP1
import StrictJSON
import Testing

@Suite(.timeLimit(.minutes(5))) struct `Limits on bodies` {
    private let app = FunctionApp(authLevel: .anonymous) {
        HTTPFunction("small", methods: [.post], maximumBodySize: 4) { request, _ in .text(request.body.text) }
        HTTPFunction("plain", methods: [.post]) { request, _ in .text("\(request.body.bytes.count)") }
    }

    @Test func `A function's own limit holds for plain HTTP, announced or not`() async throws {
        try await app.withServer(hostJSON: .proxying) { port in
            for (fields, body, status) in [
                ("Content-Length: 4\r\n", "1234", 200), ("Content-Length: 5\r\n", "", 413),
                ("Transfer-Encoding: chunked\r\n", "4\r\n1234\r\n0\r\n\r\n", 200),
                ("Transfer-Encoding: chunked\r\n", "5\r\n12345\r\n", 413),
                ("Transfer-Encoding: chunked\r\n", "4\r\n1234\r\n1\r\n5\r\n", 413),
            ] {
                let response = try await exchange(port, RawRequest.plain("POST", "/api/small", more: fields) + body)
                #expect(response.status == status, "\(fields)\(body)")
            }
        }
    }

    @Test(arguments: [
        ("text/plain", "1234", 200), ("text/plain", "12345", 413), ("text/plain", "äö", 200),
        ("text/plain", "äöü", 413),
        ("application/octet-stream", "MTIzNA==", 200), ("application/octet-stream", "MTIzNDU=", 413),
        ("application/octet-stream", "MTIz", 200),
    ])
    func `It holds for what comes in an envelope`(type: String, body: String, status: Int64) async throws {
        let door = try Door(app)
        let response = await door.invoke("small", EnvelopeSamples.request(contentType: type, body: body))
        #expect(response.status == .ok)
        #expect(response.output?["statusCode"]?.int64 == status)
    }

    @Test func `The host's setting is the limit of all others`() async throws {
        try await app.withServer(settings: ["FUNCTIONS_REQUEST_BODY_SIZE_LIMIT": "10"], hostJSON: .proxying) { port in
            for (length, status) in [(10, 200), (11, 413)] {
                let head = RawRequest.plain("POST", "/api/plain", more: "Content-Length: \(length)\r\n")
                let body = String(repeating: "x", count: length == 10 ? 10 : 0)
                let response = try await exchange(port, head + body)
                #expect(response.status == status)
            }
        }
    }

    @Test func `By default it is the host's`() {
        #expect(RuntimeOptions().maximumBodySize == 104_857_600)
    }

    @Test func `What nobody serves is not kept, however long it is`() async throws {
        let part = Array(repeating: UInt8(ascii: "x"), count: 1 << 20)
        try await app.withServer { port in
            try await RawConnection.with(port: port) { connection in
                try await connection.send(
                    RawRequest.plain("POST", "/nowhere", more: "Content-Length: \(200 << 20)\r\n"))
                for _ in 0..<200 { try await connection.send(part) }
                let response = try await connection.response()
                #expect(response.status == 404)
            }
        }
    }
}
