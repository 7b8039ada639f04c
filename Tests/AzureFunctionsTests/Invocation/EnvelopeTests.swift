// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions
import HTTPTypes
import NIOHTTP1
import StrictJSON
import Testing

@Suite struct `Envelopes in` {
    /// What a function sees of an envelope.
    private func request(_ envelope: String) async throws -> FunctionRequest {
        let probe = Probe<FunctionRequest>()
        let app = FunctionApp {
            HTTPFunction("hello", route: "hello/{id?}") { request, _ in
                probe.record(request)
                return .status(.ok)
            }
        }
        let response = try await Door(app).invoke("hello", envelope)
        #expect(response.status == .ok, "\(response.text)")
        return try #require(probe.last)
    }

    @Test func `The GET of H1 arrives with URL, query, route value and header fields`() async throws {
        let request = try await request(EnvelopeSamples.h1)
        #expect(request.method == .get)
        #expect(request.url == "http://localhost:7071/api/hello/7?name=Tim")
        #expect(request.query["name"] == "Tim")
        #expect(request.query["Name"] == nil)
        #expect(request.parameters["ID"] == "7")
        #expect(request.values(of: .accept) == ["*/*"])
        #expect(request.headers[.userAgent] == "curl/8.5.0")
        #expect(request.headers.count == 3)
        #expect(request.body.isEmpty)
    }

    private struct H2: Codable, Equatable {
        struct Inner: Codable, Equatable { let p: Int }

        let n: Int
        let s: String
        let o: Inner
        let a: [Int]
    }

    @Test func `The JSON body of H2 decodes`() async throws {
        let request = try await request(EnvelopeSamples.h2)
        #expect(request.method == .post)
        #expect(request.body.text == #"{"n":1,"s":"x","o":{"p":2},"a":[1]}"#)
        #expect(try request.body.decode(H2.self) == H2(n: 1, s: "x", o: .init(p: 2), a: [1]))
        #expect(throws: BadRequest.self) { try request.body.decode([Int].self) }
    }

    @Test func `The bytes of H3 arrive whole`() async throws {
        let request = try await request(EnvelopeSamples.h3)
        #expect(request.body.bytes == [0x00, 0xFF])
        #expect(!request.body.isEmpty)
    }

    @Test(arguments: [
        ("application/octet-stream", true), ("APPLICATION/OCTET-STREAM; x=y", true),
        ("multipart/form-data; boundary=b", true), ("application/json", false), ("image/png", false),
        ("application/x-www-form-urlencoded", false), ("", false),
    ])
    func `The content type alone decides whether a body is base64`(type: String, isBase64: Bool) async throws {
        let request = try await request(EnvelopeSamples.request(contentType: type, body: "AP8="))
        #expect(request.body.bytes == (isBase64 ? [0x00, 0xFF] : Array("AP8=".utf8)))
    }

    @Test(arguments: ["%%", "A", "AP8", "AP8=\\u0000"])
    func `Base64 that is none gives no bytes and no crash`(body: String) async throws {
        let type = "application/octet-stream"
        #expect(try await request(EnvelopeSamples.request(contentType: type, body: body)).body.bytes == [])
    }

    @Test func `Several values of a field stay apart, also under names that differ by case`() async throws {
        let request = try await request(
            EnvelopeSamples.request(members: #""Headers":{"X-A":["1","2"],"x-a":["3"],"X-B":"single"}"#))
        let name = try #require(HTTPField.Name("x-a"))
        #expect(request.values(of: name) == ["1", "2", "3"])
        #expect(request.values(of: try #require(HTTPField.Name("x-b"))) == ["single"])
        #expect(request.headers[values: name] == ["1", "2", "3"])
        #expect(request.values(of: .authorization) == [])
    }

    @Test func `A field name or value of the wrong shape is passed over`() async throws {
        let request = try await request(
            EnvelopeSamples.request(members: #""Headers":{"a b":["1"],"X-N":[1,null,"2"],"X-O":{},"X-Z":null}"#))
        #expect(request.headers.map(\.value) == ["2"])
    }

    @Test(arguments: [#""Headers":[]"#, #""Headers":null"#, #""Headers":"x""#, #""Query":[1],"Params":7"#])
    func `Maps of the wrong shape are empty`(members: String) async throws {
        let request = try await request(EnvelopeSamples.request(members: members))
        #expect(request.headers.isEmpty)
        #expect(request.query["x"] == nil)
    }

    @Test func `An optional route parameter that was left out is absent`() async throws {
        let request = try await request(EnvelopeSamples.request(members: #""Params":{"id":null}"#))
        #expect(request.parameters["id"] == nil)
    }

    @Test func `Repeated query values arrive joined, and text that needs no decoding is not decoded again`()
        async throws
    {
        let request = try await request(EnvelopeSamples.request(members: #""Query":{"n":"1,2","p":"100%25+"}"#))
        #expect(request.query["n"] == "1,2")
        #expect(request.query["p"] == "100%25+")
    }

    @Test func `Non-ASCII text and escapes arrive as they were sent`() async throws {
        let body = EnvelopeSamples.request(contentType: "text/plain", body: #"Zoë \ud83d\ude00 \"q\" \\"#)
        #expect(try await request(body).body.text == "Zoë 😀 \"q\" \\")
    }
}
