// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import EntraAuth
import StrictJSON
import Testing

@Suite("Catalogue JWKS: what a key set may hold")
struct KeySetTests {
    @Test("A key that breaks a rule is skipped, alone", arguments: skipped)
    func key(row: Row) async throws { try await row.check() }

    @Test("A set survives what is wrong beside a good key", arguments: surviving)
    func set(row: Row) async throws { try await row.check() }

    /// k1 with a change, and k2 so that the set is usable; a token by k1 finds no key.
    private static let skipped: [Row] = changes.map { id, change in
        Row(
            id, .keyNotFound, fetches: 1,
            on: { Bench(keySet: Documents.keySet([TestKey.k1.jwk(change), TestKey.k2.jwk])) }
        ) {
            try Mint.token()
        }
    }

    private typealias Change = @Sendable (inout JSONObject) -> Void

    private static func member(_ name: String, _ value: JSONValue?) -> Change { { $0[name] = value } }

    private static let changes: [(String, Change)] = {
        let modulus = Base64.url(TestKey.k1.modulus)
        let members: [(String, String, JSONValue?)] = [
            ("JWKS-06", "use", "enc"), ("JWKS-06", "key_ops", ["encrypt"]), ("JWKS-06", "key_ops", ["sign"]),
            ("JWKS-06 twice", "key_ops", ["verify", "verify"]), ("JWKS-06 string", "key_ops", "verify"),
            ("JWKS-06 empty", "key_ops", []), ("JWKS-08", "use", "SIG"), ("JWKS-08", "use", ["sig"]),
            ("JWKS-08", "use", .some(.null)), ("JWKS-09", "alg", "PS256"), ("JWKS-09", "alg", "RS512"),
            ("JWKS-09", "alg", "none"),
            ("JWKS-09", "alg", "HS256"), ("JWKS-09", "alg", "rs256"), ("JWKS-09", "alg", .some(.null)),
            ("JWKS-10", "kid", nil),
            ("JWKS-10", "kid", ""), ("JWKS-10", "kid", 1),
            ("JWKS-10", "kid", .string(String(repeating: "k", count: 10_240))),
            ("kty", "kty", nil), ("kty", "kty", "rsa"), ("kty", "kty", "EC"), ("JWKS-12", "e", nil),
            ("n missing", "n", nil),
            ("JWKS-18 padded", "n", .string(modulus + "==")), ("JWKS-18 space", "n", .string(modulus + " ")),
            ("JWKS-18 line", "n", .string(modulus + "\n")),
            ("JWKS-18 alphabet", "n", .string("+" + modulus.dropFirst())),
            ("JWKS-17", "n", .string(Base64.url([0] + TestKey.k1.modulus))), ("JWKS-21", "e", "Aw"),
            ("JWKS-23", "e", .string(Base64.url([1] + TestKey.k1.modulus))), ("JWKS-24", "e", "AAEAAQ"),
            ("e even", "e", "AQAA"),
            ("e zero", "e", "AA"), ("e empty", "e", ""), ("n empty", "n", ""), ("n number", "n", 1),
            ("JWKS-16 n = 0", "n", "AA"), ("JWKS-16 n = 1", "n", "AQ"), ("JWKS-27", "oth", []), ("k", "k", "c2VjcmV0"),
            ("JWKS-41", "issuer", 1), ("cloud", "cloud_instance_name", 1),
        ]
        let secrets = ["d", "p", "q", "dp", "dq", "qi"].map { ("JWKS-26 \($0)", $0, JSONValue?.some("AQ")) }
        let sizes = [512, 1_024, 2_040, 2_047, 4_097, 8_192, 16_384, 1_000_000].map { bits in
            ("JWKS-13/14 \(bits) bits", "n", JSONValue?.some(.string(Base64.url(Number.odd(bits: bits)))))
        }
        return (members + secrets + sizes).map { ($0.0 + " " + $0.1, member($0.1, $0.2)) }
    }()

    private static let surviving: [Row] = [
        survive("JWKS-02", [["kty": "EC", "kid": "k1", "crv": "P-256", "x": "AA", "y": "AA"], TestKey.k1.jwk]),
        survive("JWKS-05", [["kty": "oct", "kid": "oct", "k": "c2VjcmV0"], TestKey.k1.jwk]),
        survive("JWKS-28", [TestKey.k1.jwk { $0["x5c"] = ["of another key"] }]),
        survive("JWKS-29 garbage", [TestKey.k1.jwk { $0["x5c"] = [1, nil, "\u{0}"] }]),
        survive("JWKS-29 1 MB", [TestKey.k1.jwk { $0["x5c"] = [.string(String(repeating: "A", count: 1_000_000))] }]),
        survive(
            "JWKS-29 1,000 certificates",
            [TestKey.k1.jwk { $0["x5c"] = .array(Array(repeating: "MIIC", count: 1_000)) }]),
        survive("JWKS-41 empty", [TestKey.k1.jwk { $0["issuer"] = "" }]),
        survive(
            "4,096 bits beside",
            [TestKey.k2.jwk { $0["n"] = .string(Base64.url(Number.odd(bits: 4_096))) }, TestKey.k1.jwk]),
        Row("JWKS-36", on: { Bench(keySet: elements("1,\"x\",null,[],\(text(TestKey.k1))")) }) { try Mint.token() },
        Row("a duplicate inside another key", on: { Bench(keySet: elements(duplicate + "," + text(.k1))) }) {
            try Mint.token()
        },
        Row(
            "JWKS-41 foreign", .issuerInvalid,
            on: {
                Bench(keySet: Documents.keySet([TestKey.k1.jwk { $0["issuer"] = "https://evil/{tenantid}" }]))
            }
        ) { try Mint.token() },
        Row(
            "JWKS-04", .algorithmNotAllowed,
            on: {
                Bench(keySet: Documents.keySet([["kty": "oct", "kid": "k1", "k": "c2VjcmV0"], TestKey.k2.jwk]))
            }
        ) { try Mint.token(header: { $0["alg"] = "HS256" }) },
        Row(
            "JWKS-16 square", .signatureInvalid, .keyNotFound,
            on: {
                let square = Number.square(Number.odd(bits: 1_024).map { $0 | 0x80 })
                return Bench(
                    keySet: Documents.keySet([TestKey.k1.jwk { $0["n"] = .string(Base64.url(square)) }, TestKey.k2.jwk])
                )
            }
        ) { try Mint.token() },
        Row(
            "JWKS-19", .keyNotFound, fetches: 1,
            on: {
                Bench(keySet: Documents.keySet([TestKey.k1.jwk { $0["e"] = "AQ" }, TestKey.k2.jwk]))
            }
        ) { Mint.signed { SignatureTests.encodedMessage(for: $0) } },
    ]

    private static func survive(_ id: String, _ keys: [JSONObject]) -> Row {
        Row(id, on: { Bench(keySet: Documents.keySet(keys)) }) { try Mint.token() }
    }

    private static let duplicate = #"{"kty":"RSA","kid":"a","kid":"b"}"#

    private static func text(_ key: TestKey) -> String {
        String(decoding: JSONValue.object(key.jwk).serialized(), as: UTF8.self)
    }

    private static func elements(_ text: String) -> [UInt8] { Array("{\"keys\":[\(text)]}".utf8) }

    @Test("Two different keys with one kid are both not believed (JWKS-01)", arguments: [true, false])
    func ambiguous(isReversed: Bool) async throws {
        let keys = isReversed ? [TestKey.attacker.jwk, TestKey.k1.jwk] : [TestKey.k1.jwk, TestKey.attacker.jwk]
        let bench = Bench(keySet: Documents.keySet(keys + [TestKey.k2.jwk]))
        #expect(await bench.code(try Mint.token()) == .keyNotFound)
        #expect(await bench.code(try Mint.token(by: .attacker)) == .keyNotFound)
        #expect(bench.store.health.keyCount == 1)
        let skipped = bench.events.all.compactMap { event in
            if case .refreshed(_, _, _, let skipped) = event { skipped[.ambiguousKeyID] } else { nil }
        }
        #expect(skipped.first == 1)
    }

    @Test(
        "One key said to belong to two issuers or clouds is not believed", arguments: ["issuer", "cloud_instance_name"])
    func twoOwners(member: String) async throws {
        let other = TestKey.k1.jwk { $0[member] = .string(Cast.issuer(Cast.foreignTenant)) }
        for keys in [[TestKey.k1.jwk, other], [other, TestKey.k1.jwk]] {
            let bench = Bench(keySet: Documents.keySet(keys + [TestKey.k2.jwk]))
            #expect(await bench.code(try Mint.token()) == .keyNotFound)
            #expect(bench.store.health.keyCount == 1)
        }
    }

    @Test("A published private key raises an alarm (JWKS-26)")
    func privateMaterial() async throws {
        let bench = Bench(keySet: Documents.keySet([TestKey.k1.jwk { $0["d"] = "AQ" }, TestKey.k2.jwk]))
        try await bench.store.refresh()
        #expect(bench.events.all == [.refreshed(keys: 1, added: 1, dropped: 0, skipped: [.privateMaterial: 1])])
    }

    @Test("Unicode twins are two keys (JWKS-40)")
    func twins() async throws {
        let twin = "\u{212A}"
        let keys = [TestKey.k1.jwk { $0["kid"] = "K" }, TestKey.k2.jwk { $0["kid"] = .string(twin) }]
        let bench = Bench(keySet: Documents.keySet(keys))
        try await bench.store.refresh()
        #expect(bench.store.health.keyCount == 2)
        #expect(await bench.code(try Mint.token(by: .k1, header: { $0["kid"] = "K" })) == nil)
        #expect(await bench.code(try Mint.token(by: .k2, header: { $0["kid"] = .string(twin) })) == nil)
        #expect(await bench.code(try Mint.token(by: .k2, header: { $0["kid"] = "K" })) == .signatureInvalid)
    }

    @Test("A thousand keys are held, more are refused (JWKS-37)")
    func manyKeys() async throws {
        let modulus = Base64.url(Number.odd(bits: 2_048))
        let others = (0..<999).map { number in
            TestKey.k2.jwk {
                $0["kid"] = .string("n\(number)")
                $0["n"] = .string(modulus)
            }
        }
        let bench = Bench(keySet: Documents.keySet(others + [TestKey.k1.jwk]))
        #expect(await bench.code(try Mint.token()) == nil)
        #expect(bench.store.health.keyCount == 1_000)
        let tooMany = Bench(keySet: Documents.keySet(others + [TestKey.k1.jwk, TestKey.k2.jwk]))
        #expect(await tooMany.code(try Mint.token()) == .keysUnavailable)
        let flood = Bench(keySet: Self.elements((0..<100_000).map { _ in "{}" }.joined(separator: ",")))
        #expect(await flood.code(try Mint.token()) == .keysUnavailable)
    }
}
