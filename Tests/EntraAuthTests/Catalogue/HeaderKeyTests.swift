// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import EntraAuth
import StrictJSON
import Testing

@Suite("Catalogue HDR: the key that a header names")
struct HeaderKeyTests {
    @Test("A kid that names no key is refused", arguments: rows)
    func kid(row: Row) async throws { try await row.check() }

    private static let rows: [Row] =
        [
            Row("HDR-23", .keyNotFound) { try Mint.token(header: { $0["kid"] = nil }) },
            Row("HDR-24", .keyNotFound) { try Mint.token(header: { $0["kid"] = "" }) },
            Row("kid of 257 bytes", .keyNotFound) {
                try Mint.token(header: { $0["kid"] = .string(String(repeating: "k", count: 257)) })
            },
            Row("HDR-34 Kelvin", .keyNotFound, fetches: 1, on: bench(kid: "K-1")) {
                try Mint.token(header: { $0["kid"] = "\u{212A}-1" })
            },
            Row("HDR-34 decomposed", .keyNotFound, fetches: 1, on: bench(kid: "\u{E9}")) {
                try Mint.token(header: { $0["kid"] = "e\u{301}" })
            },
            Row("HDR-34 Greek question mark", .keyNotFound, fetches: 1, on: bench(kid: "a;b")) {
                try Mint.token(header: { $0["kid"] = "a\u{37E}b" })
            },
            Row("HDR-34 the key itself", on: bench(kid: "\u{E9}")) {
                try Mint.token(header: { $0["kid"] = "\u{E9}" })
            },
            Row("HDR-37", .signatureInvalid) { try Mint.token(by: .attacker) },
            Row("HDR-40", .headerNotAllowed) { try Mint.token(header: { $0["x5t"] = "k2" }) },
        ]
        + [JSONValue.null, 1, ["k1"], ["k1": 1], true].map { value in
            Row("HDR-25", .tokenMalformed) { try Mint.token(header: { $0["kid"] = value }) }
        }
        + [
            "../../../../etc/passwd", "..\\..\\win.ini", "/dev/null", "k1' OR '1'='1", "x' UNION SELECT 'key",
            "*)(uid=*", "$(id)", "{{7*7}}", "${jndi:ldap://x}", "k1\u{0}", "K1", " k1", "k1 ", "k1\u{301}", "\u{FF4B}1",
        ].map { kid in
            Row("HDR-26…36 \(kid.debugDescription)", .keyNotFound, fetches: 1) {
                try Mint.token(header: { $0["kid"] = .string(kid) })
            }
        }

    private static func bench(kid: String) -> @Sendable () -> Bench {
        { Bench(keySet: Documents.keySet([TestKey.k1.jwk { $0["kid"] = .string(kid) }])) }
    }

    @Test(
        "A kid is sanitised in what operators read (HDR-29, LEAK-04)",
        arguments: [
            "a\nb", "a\u{1B}[31mb", "a\u{2028}b", "a\u{202E}b", "*)(uid=*", "${jndi:ldap://x}", "a\u{0}b", "a\"b",
            "\u{E9}",
            String(repeating: "k", count: 200),
        ])
    func sanitised(kid: String) async throws {
        let bench = Bench()
        let token = BearerToken(try Mint.token(header: { $0["kid"] = .string(kid) }))
        let error = try await #require(throws: AuthError.self) {
            try await bench.validator.validate(token, policy: .scope("access_as_user"))
        }
        #expect(error.code == .keyNotFound)
        let shown = error.diagnostic.utf8.filter { $0 != UInt8(ascii: "\"") }
        #expect(shown.allSatisfy { 0x20...0x7E ~= $0 })
        #expect(!error.diagnostic.contains(kid))
        #expect(error.diagnostic.utf8.count < 140)
    }
}
