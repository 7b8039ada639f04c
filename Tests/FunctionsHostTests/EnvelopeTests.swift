// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
import Logging
import NIOHTTP1
import StrictJSON
import Testing

@Suite("Envelopes", .timeLimit(.minutes(5)))
struct EnvelopeTests {
    private static let app = ["hello/function.json": AppFolder.http(#""route":"hello/{id:int?}""#)]

    /// The envelope of the only call, with the random id taken out.
    private func envelope(_ handler: ScriptedHandler) throws -> JSONValue {
        let call = try #require(handler.calls.first)
        #expect(handler.calls.count == 1)
        var root = try #require(try JSONValue(parsing: call.body).object)
        var metadata = try #require(root["Metadata"]?.object)
        var sys = try #require(metadata["sys"]?.object)
        #expect(UUID(uuidString: sys["RandGuid"]?.string ?? "") != nil)
        sys["RandGuid"] = "-"
        metadata["sys"] = .object(sys)
        root["Metadata"] = .object(metadata)
        return .object(root)
    }

    @Test("A GET request becomes exactly the contract's example H1")
    func exampleH1() async throws {
        let clock = try ManualClock("2024-10-24T10:11:12Z")
        try await HostUnderTest.withRunning(Self.app, clock: clock) { host async throws in
            clock.advance(by: 0.5)
            _ = try await HTTPExchange.send(
                "GET /api/hello/7?name=Tim HTTP/1.1\r\nHost: localhost:7071\r\nUser-Agent: curl/8.5.0\r\nAccept: */*\r\n\r\n",
                port: host.port)
            let expected =
                #"{"Data":{"req":{"Url":"http://localhost:7071/api/hello/7?name=Tim","Method":"GET","#
                + #""Query":{"name":"Tim"},"Headers":{"Accept":["*/*"],"Host":["localhost:7071"],"#
                + #""User-Agent":["curl/8.5.0"]},"Params":{"id":"7"},"Identities":[{"AuthenticationType":"#
                + #""WebJobsAuthLevel","IsAuthenticated":true,"Actor":null,"BootstrapContext":null,"Claims":[{"Issuer":"#
                + #""LOCAL AUTHORITY","OriginalIssuer":"LOCAL AUTHORITY","Properties":{},"Type":"#
                + #""http://schemas.microsoft.com/2017/07/functions/claims/authlevel","Value":"Admin","ValueType":"#
                + #""http://www.w3.org/2001/XMLSchema#string"}],"Label":null,"Name":null,"NameClaimType":"#
                + #""http://schemas.xmlsoap.org/ws/2005/05/identity/claims/name","RoleClaimType":"#
                + #""http://schemas.microsoft.com/ws/2008/06/identity/claims/role"}]}},"Metadata":{"name":"\"Tim\"","#
                + #""id":"\"7\"","Query":{"name":"Tim"},"Headers":{"Accept":"*/*","Host":"localhost:7071","#
                + #""User-Agent":"curl/8.5.0"},"sys":{"MethodName":"hello","UtcNow":"2024-10-24T10:11:12.5000000Z","#
                + #""RandGuid":"-"}}}"#
            #expect(String(decoding: try envelope(host.handler).serialized(), as: UTF8.self) == expected)
        }
    }

    @Test("The call goes to the function's name with the host's headers")
    func hostHeaders() async throws {
        try await HostUnderTest.withRunning(Self.app) { host async throws in
            _ = try await host.get("/api/hello", headers: "X-Azure-Functions-InvocationId: forged\r\n")
            let call = try #require(host.handler.calls.first)
            #expect(call.method == "POST")
            #expect(call.uri == "/hello")
            let id = try #require(call.headers.first(name: "X-Azure-Functions-InvocationId"))
            #expect(UUID(uuidString: id) != nil && id == id.lowercased())
            #expect(call.headers.first(name: "X-Azure-Functions-HostVersion") != nil)
            #expect(call.headers.first(name: "User-Agent")?.hasPrefix("Azure-Functions-Host/") == true)
            #expect(call.headers.first(name: "Content-Type") == "application/json; charset=utf-8")
        }
    }

    @Test("A JSON body stays text, and its scalars and objects join the metadata (H2)")
    func exampleH2() async throws {
        try await HostUnderTest.withRunning(Self.app) { host async throws in
            let body =
                #"{"n":1,"s":"x","o":{"p":2},"a":[1],"b":true,"z":null,"d":"2024-10-24T10:11:12Z","fooTrigger":"x"}"#
            _ = try await host.post("/api/hello", type: "application/json", Array(body.utf8))
            let envelope = try envelope(host.handler)
            #expect(envelope["Data"]?["req"]?["Body"]?.string == body)
            let metadata = try #require(envelope["Metadata"])
            #expect(metadata["n"] == #""1""#)
            #expect(metadata["s"] == #""x""#)
            #expect(metadata["o"] == ["p": 2])
            #expect(metadata["b"] == #""True""#)
            #expect(metadata["d"] == #""10/24/2024 10:11:12""#)
            #expect(metadata["a"] == nil)
            #expect(metadata["z"] == nil)
            #expect(metadata["fooTrigger"] == nil)
        }
    }

    @Test(
        "Bytes survive as base64 under two media types only (H3)",
        arguments: [
            ("application/octet-stream", "AP8="), ("multipart/form-data; boundary=x", "AP8="),
            ("image/png", "\u{0}\u{FFFD}"), ("", "\u{0}\u{FFFD}"),
        ])
    func exampleH3(type: String, expected: String) async throws {
        try await HostUnderTest.withRunning(Self.app) { host async throws in
            _ = try await host.post("/api/hello", type: type, [0x00, 0xFF])
            #expect(try envelope(host.handler)["Data"]?["req"]?["Body"]?.string == expected)
        }
    }

    @Test("Duplicates are joined in Query, the last one wins in the metadata, and code is no metadata")
    func duplicates() async throws {
        try await HostUnderTest.withRunning(Self.app) { host async throws in
            _ = try await host.get("/api/hello/8?a=1&a=2&code=k&id=9&e&s=a%20b+c")
            let envelope = try envelope(host.handler)
            #expect(envelope["Data"]?["req"]?["Query"] == ["a": "1,2", "code": "k", "id": "9", "e": "", "s": "a b c"])
            let metadata = try #require(envelope["Metadata"])
            #expect(metadata["a"] == #""2""#)
            #expect(metadata["code"] == nil)
            #expect(metadata["id"] == #""8""#)
            #expect(metadata["Query"]?["a"] == "2")
            #expect(metadata["Query"]?["code"] == "k")
        }
    }

    @Test("An unused optional parameter is null in Params and absent from the metadata")
    func optionalParameter() async throws {
        try await HostUnderTest.withRunning(Self.app) { host async throws in
            _ = try await host.get("/API/Hello")
            let envelope = try envelope(host.handler)
            #expect(envelope["Data"]?["req"]?["Params"] == ["id": .null])
            #expect(envelope["Data"]?["req"]?["Url"] == "http://localhost:7071/API/Hello")
            #expect(envelope["Metadata"]?["id"] == nil)
        }
    }

    @Test("A chunked body is lost, and a warning says so")
    func chunkedBody() async throws {
        try await HostUnderTest.withRunning(Self.app) { host async throws in
            _ = try await HTTPExchange.send(
                "POST /api/hello HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
                    + "3\r\nabc\r\n0\r\n\r\n", port: host.port)
            #expect(try envelope(host.handler)["Data"]?["req"]?["Body"] == nil)
            #expect(host.console.messages(at: .warning).contains { $0.contains("chunked") })
        }
    }
}
