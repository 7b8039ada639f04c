// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import EntraAuth
import StrictJSON
import Testing

@Suite("Catalogue OK: what must be accepted")
struct ControlTests {
    @Test("A control is accepted", arguments: rows)
    func control(row: Row) async throws { try await row.check() }

    private static let rows: [Row] = [
        Row("OK-01") { try Mint.token() },
        Row("OK-02") { try Mint.token(by: .k2, header: { $0["kid"] = "k2" }) },
        Row("OK-03", on: bothVersions) {
            try Mint.token(header: { $0["x5t"] = "k1" }, payload: legacy)
        },
        Row("OK-04") { try Mint.token(payload: { $0["scp"] = "a.read access_as_user z.write" }) },
        Row("OK-05", policy: .appRoles(anyOf: ["Task.Run"])) {
            try Mint.token(payload: {
                application(&$0)
                $0["idtyp"] = "app"
            })
        },
        Row("OK-06", policy: .appRoles(anyOf: ["Task.Run"])) { try Mint.token(payload: application) },
        Row("OK-09") { try Mint.token(header: { $0["typ"] = nil }) },
        Row("OK-10 jwt") { try Mint.token(header: { $0["typ"] = "jwt" }) },
        Row("OK-10 application/JWT") { try Mint.token(header: { $0["typ"] = "application/JWT" }) },
        Row("OK-11") { try Mint.token(header: { $0["typ"] = "at+jwt" }) },
        Row("OK-12") { try Mint.token(payload: { $0["exp"] = .integer(Cast.now - 59) }) },
        Row("OK-13") {
            try Mint.token(payload: {
                $0["nbf"] = .integer(Cast.now + 60)
                $0["iat"] = .integer(Cast.now + 60)
            })
        },
        Row("OK-14") {
            try Mint.token(payload: {
                $0["iat"] = .integer(Cast.now)
                $0["nbf"] = .integer(Cast.now)
                $0["exp"] = .integer(Cast.now + 100_800)
            })
        },
        Row("OK-15") { try Mint.token(payload: { $0["aud"] = [.string(Cast.api)] }) },
        Row("OK-16") {
            try Mint.payloadWith(
                #""name":"Zo\u00eb \ud83d\ude00","_claim_sources":{"src1":{"endpoint":"https://x"}},"xms_x":[1,[2,[3]]]"#
            )
        },
        Row("OK-16 depth 8") { try Mint.payloadWith(#""x":{"a":{"b":{"c":{"d":{"e":{"f":[]}}}}}}"#) },
        Row("OK-17") {
            try Mint.token(payload: {
                $0["groups"] = .array((0..<200).map { .string("0\($0 + 1_000_000)-aaaa-4bbb-8ccc-0123456789ab") })
            })
        },
        Row("OK-18") {
            try Mint.raw(
                payload: String(decoding: JSONValue.object(Cast.payload).serialized(.pretty), as: UTF8.self) + " \t\r\n"
            )
        },
        Row("OK-19", on: { Bench(keySet: Documents.keySet([ec, oct, okp, TestKey.k1.jwk])) }) { try Mint.token() },
        Row("OK-20", on: { Bench(keySet: Documents.keySet([TestKey.k1.jwk { $0["issuer"] = nil }])) }) {
            try Mint.token()
        },
        Row("OK-21", on: { Bench(keySet: Documents.keySet(.k1, .k1)) }) { try Mint.token() },
    ]

    @Test(
        "A scheme in any case, with one or more spaces, is accepted (OK-07, OK-08)",
        arguments: [
            "bearer ", "BEARER   ", "Bearer ", "bEaReR  ",
        ])
    func scheme(prefix: String) async throws {
        let lines = [prefix + (try Mint.token())]
        try await Row("OK-07", lines: { lines }).check()
    }

    @Test("A key that appears after the unknown kid is accepted at once, for one more fetch (OK-22)")
    func appearingKey() async throws {
        let bench = Bench(keySet: Documents.keySet(.k1))
        #expect(await bench.code(try Mint.token()) == nil)
        #expect(bench.transport.keySetFetches == 1)
        bench.transport.keySet = .json(Documents.keySet(.k1, .k2))
        #expect(await bench.code(try Mint.token(by: .k2, header: { $0["kid"] = "k2" })) == nil)
        #expect(bench.transport.keySetFetches == 2)
    }

    @Test("A principal says who calls")
    func principal() async throws {
        let bench = Bench()
        let token = try Mint.token(payload: {
            $0["scp"] = "a access_as_user"
            $0["name"] = "Zo\u{EB}"
            $0["preferred_username"] = "zoe@contoso.example"
        })
        let principal = try await bench.validator.validate(BearerToken(token), policy: .scope("access_as_user"))
        #expect(principal.kind == .delegated)
        #expect(principal.version == .v2)
        #expect(principal.tenantID.description == Cast.tenant)
        #expect(principal.objectID == Cast.object)
        #expect(principal.subject == Cast.subject)
        #expect(principal.clientID == Cast.client)
        #expect(principal.scopes == ["a", "access_as_user"])
        #expect(principal.roles == [])
        #expect(principal.name == "Zo\u{EB}")
        #expect(principal.preferredUsername == "zoe@contoso.example")
        #expect(principal.tokenID == "u1")
        #expect(principal.expiry == Cast.now + 3_600)
        #expect(principal.issuedAt == Cast.now - 300)
        #expect(principal.claim("azpacr")?.string == "1")
        #expect(principal.claim("nothing") == nil)
    }

    private static let ec: JSONObject = ["kty": "EC", "kid": "ec", "crv": "P-256", "x": "AA", "y": "AA"]
    private static let oct: JSONObject = ["kty": "oct", "kid": "oct", "k": "c2VjcmV0"]
    private static let okp: JSONObject = ["kty": "OKP", "kid": "okp", "crv": "Ed25519", "x": "AA"]

    @Sendable private static func bothVersions() -> Bench {
        Bench {
            $0.versions = [.v1, .v2]
            $0.audiences = [Cast.api, "api://" + Cast.api]
        }
    }

    private static func legacy(_ payload: inout JSONObject) {
        payload["azp"] = nil
        payload["azpacr"] = nil
        payload["ver"] = "1.0"
        payload["iss"] = .string("https://sts.windows.net/\(Cast.tenant)/")
        payload["aud"] = .string("api://" + Cast.api)
        payload["appid"] = .string(Cast.client)
        payload["appidacr"] = "1"
    }

    private static func application(_ payload: inout JSONObject) {
        payload["scp"] = nil
        payload["roles"] = ["Task.Run"]
        payload["sub"] = .string(Cast.object)
    }
}
