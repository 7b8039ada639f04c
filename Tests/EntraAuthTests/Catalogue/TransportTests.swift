// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import EntraAuth
import StrictJSON
import Testing

@Suite("Catalogue NET: documents that are no documents", .timeLimit(.minutes(5)))
struct TransportTests {
    @Test("A key set that cannot be had or read is 503 when cold and changes nothing when warm", arguments: broken)
    func keySet(broken: BrokenDocument) async throws {
        let cold = Bench()
        cold.transport.keySet = broken.answer
        let error = try await #require(throws: AuthError.self) {
            try await cold.validator.validate(BearerToken(Mint.token()), policy: .scope("access_as_user"))
        }
        #expect(error.code == .keysUnavailable)
        #expect(error.status == 503)
        #expect((5...30).contains(error.retryAfter ?? 0))
        #expect(cold.transport.keySetFetches == 1)
        #expect(cold.store.health.isReady == false)

        let warm = Bench()
        try await warm.store.refresh()
        warm.transport.keySet = broken.answer
        await #expect(throws: FetchError.self) { try await warm.store.refresh() }
        #expect(await warm.code(try Mint.token()) == nil)
        #expect(warm.store.health.consecutiveFailures == 1)
        #expect(warm.store.health.keyCount == 4)
    }

    @Test("Metadata that cannot be believed leads to no key", arguments: metadata)
    func foreign(broken: BrokenDocument) async throws {
        let bench = Bench()
        bench.transport.metadata = broken.answer
        #expect(await bench.code(try Mint.token()) == .keysUnavailable)
        #expect(bench.transport.metadataFetches == 1)
        #expect(bench.transport.keySetFetches == 0)
    }

    private static let broken: [BrokenDocument] =
        [301, 302, 304, 307, 400, 401, 403, 404, 418].map { BrokenDocument("NET-04/09/10 status \($0)", .status($0)) }
        + [
            BrokenDocument("NET-03", .status(429, retryAfter: 3_600)),
            BrokenDocument("NET-05", html), BrokenDocument("NET-15", .failure(FetchError(.content, "gzip"))),
            BrokenDocument("NET-13", .failure(FetchError(.tooLarge, "more than allowed"))),
            BrokenDocument("NET-11", .failure(FetchError(.timeout, "no answer"))),
            BrokenDocument("NET-26 tls", .failure(FetchError(.tls, "not trusted"))),
            BrokenDocument("too large for the parser", .json([UInt8](repeating: 0x20, count: 3 << 20))),
        ]
        + [
            "", "{\"keys\":[", "[]", "null", "{}", "{\"keys\":{}}", "{\"keys\":null}", "{\"keys\":[]}",
            "{\"keys\":[{}]}",
            "{\"Keys\":[]}", "{\"keys\":[],\"keys\":[]}", "{\"keys\":[],\"a\":\(String(repeating: "[", count: 10_000))",
            "<html></html>",
        ].map { BrokenDocument("NET-06, JWKS-32…38 \($0.prefix(20))", .json(Array($0.utf8))) }
        + [
            BrokenDocument("NET-27", .json(Array("{\"keys\":[],\"x\":\"".utf8) + [0xFF] + Array("\"}".utf8))),
            BrokenDocument("JWKS-35", .json(JSONValue.array([.object(TestKey.k1.jwk)]).serialized())),
            BrokenDocument("JWKS-32 with keys", .json(twice)),
        ]

    private static let html = ScriptedTransport.Answer.document(
        FetchedDocument(status: 200, contentType: "text/html", body: Documents.keySet(.k1)))

    private static let twice: [UInt8] = {
        let one = Documents.keySet(.k1)
        return one.dropLast() + Array(",".utf8) + Documents.keySet(.attacker).dropFirst()
    }()

    private static let metadata: [BrokenDocument] =
        [
            BrokenDocument("NET-20", changed { $0["issuer"] = .string(Cast.issuer(Cast.foreignTenant)) }),
            BrokenDocument("NET-20 template", changed { $0["issuer"] = .string(Cast.templatedIssuer) }),
            BrokenDocument(
                "NET-20 host", changed { $0["issuer"] = .string("https://evil.example/\(Cast.tenant)/v2.0") }),
            BrokenDocument("NET-20 slash", changed { $0["issuer"] = .string(Cast.issuer(Cast.tenant) + "/") }),
            BrokenDocument("NET-21 missing", changed { $0["issuer"] = nil }),
            BrokenDocument("NET-21 number", changed { $0["issuer"] = 1 }),
            BrokenDocument("cloud of another type", changed { $0["cloud_instance_name"] = 1 }),
            BrokenDocument("jwks_uri missing", changed { $0["jwks_uri"] = nil }),
            BrokenDocument("not JSON", .json(Array("<html>".utf8))), BrokenDocument("404", .status(404)),
            BrokenDocument("html", html),
            BrokenDocument("twice", .json(Array("{\"issuer\":\"a\",\"issuer\":\"b\"}".utf8))),
            BrokenDocument("too large", .json([UInt8](repeating: 0x20, count: 65 << 10))),
        ]
        + [
            "https://evil.example/keys", "http://login.microsoftonline.com/keys",
            "https://login.microsoftonline.com:444/keys",
            "https://login.microsoftonline.com@evil.example/keys", "https://u@login.microsoftonline.com/keys",
            "https://login.microsoftonline.com.evil.example/keys", "https://169.254.169.254/keys", "file:///etc/passwd",
            "//login.microsoftonline.com/keys", "https://login.microsoftonline.com\\@evil.example/keys",
            "https://LOGIN.microsoftonline.com/keys", "", "https:///keys", "https://login.microsoftonline.com\n/keys",
        ].map { url in
            BrokenDocument("jwks_uri \(url.debugDescription)", changed { $0["jwks_uri"] = .string(url) })
        }

    private static func changed(_ change: (inout JSONObject) -> Void) -> ScriptedTransport.Answer {
        .json(Documents.metadata(change))
    }

    @Test("Metadata never widens the algorithms (NET-22)")
    func algorithms() async throws {
        let bench = Bench(
            metadata: Documents.metadata { $0["id_token_signing_alg_values_supported"] = ["none", "HS256", "PS256"] })
        #expect(await bench.code(try Mint.token(header: { $0["alg"] = "none" })) == .algorithmNotAllowed)
        #expect(await bench.code(try Mint.token()) == nil)
        #expect(bench.events.all.contains(.algorithmNotListed))
        let usual = Bench(metadata: Documents.metadata { $0["id_token_signing_alg_values_supported"] = nil })
        for bench in [usual, Bench()] {
            try await bench.store.refresh()
            #expect(!bench.events.all.contains(.algorithmNotListed))
        }
    }

    @Test("Keys come while metadata is down, once their address is known (NET-24)")
    func metadataDown() async throws {
        let bench = Bench(keySet: Documents.keySet(.k1))
        try await bench.store.refresh()
        bench.transport.metadata = .failure(FetchError(.timeout, "down"))
        bench.transport.keySet = .json(Documents.keySet(.k1, .k2))
        #expect(await bench.code(try Mint.token(by: .k2, header: { $0["kid"] = "k2" })) == nil)
        #expect(bench.transport.lastKeySetURL == Documents.keySetURL)
    }

    @Test("A content type with parameters, another JSON type, or none is accepted")
    func contentTypes() async throws {
        for type in ["application/json", "APPLICATION/JSON;charset=utf-8", "application/jwk-set+json", nil] {
            let bench = Bench()
            bench.transport.keySet = .document(
                FetchedDocument(status: 200, contentType: type, body: Documents.keySet(.k1)))
            #expect(await bench.code(try Mint.token()) == nil, "\(type ?? "none")")
        }
    }

    @Test("A server's error is asked once more, after a pause (NET-02)", arguments: [408, 429, 500, 502, 503, 504])
    func retry(status: Int) async throws {
        let bench = Bench()
        bench.transport.keySet = .status(status)
        async let code = bench.code(Mint.token())
        await bench.clock.sleepers(atLeast: 2)
        #expect(bench.transport.keySetFetches == 1)
        bench.clock.advance(by: .milliseconds(199))
        #expect(bench.transport.keySetFetches == 1)
        bench.clock.advance(by: .milliseconds(301))
        #expect(try await code == .keysUnavailable)
        #expect(bench.transport.keySetFetches == 2)
    }

    @Test("A second answer that is good counts")
    func retrySucceeds() async throws {
        let bench = Bench()
        bench.transport.keySet = .failure(FetchError(.connection, "reset"))
        async let code = bench.code(Mint.token())
        await bench.clock.sleepers(atLeast: 2)
        bench.transport.keySet = .json(Documents.keySet(.k1))
        bench.clock.advance(by: .milliseconds(500))
        #expect(try await code == nil)
    }

    @Test("A refresh that does not end in its time is a failure, not a success")
    func endlessRefresh() async throws {
        let bench = Bench()
        let gate = Gate()
        bench.transport.keySet = .held(gate, FetchedDocument(status: 200, body: Documents.keySet(.k1)))
        let refresh = Task { try await bench.store.refresh() }
        await gate.somebodyWaits()
        await bench.clock.sleepers(atLeast: 1)
        bench.clock.advance(by: 15)
        let error = await #expect(throws: FetchError.self) { try await refresh.value }
        #expect(error?.code == .timeout)
        gate.open()
        await bench.events.count(atLeast: 1)
        #expect(bench.store.health.isReady)
    }

    @Test("A request waits at most 2.5 seconds for a silent server (NET-11)")
    func silence() async throws {
        let bench = Bench()
        let gate = Gate()
        bench.transport.keySet = .held(gate, FetchedDocument(status: 200, body: Documents.keySet(.k1)))
        async let code = bench.code(Mint.token())
        await gate.somebodyWaits()
        await bench.clock.sleepers(atLeast: 1)
        bench.clock.advance(by: .milliseconds(2_500))
        #expect(try await code == .keysUnavailable)
        gate.open()
        await bench.events.count(atLeast: 1)
        #expect(await bench.code(try Mint.token()) == nil)
        #expect(bench.transport.keySetFetches == 1)
    }
}
