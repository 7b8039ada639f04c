// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import Crypto
import EntraAuth
import Foundation
import StrictJSON
import Testing

@Suite("Catalogue HDR: other parameters, and the header as JSON")
struct HeaderParameterTests {
    @Test("A parameter that Entra never sends is refused", arguments: parameters)
    func parameter(row: Row) async throws { try await row.check() }

    @Test("A header that is not strict JSON is refused", arguments: texts)
    func text(row: Row) async throws { try await row.check() }

    private static let parameters: [Row] =
        [
            ("HDR-42", "jwk", ["kty": "RSA", "n": "AQ", "e": "AQAB"]), ("HDR-45", "x5u", "https://evil/c.pem"),
            ("HDR-46", "x5c", ["MIIC"]), ("jku", "jku", "https://evil/keys"), ("HDR-47", "crit", ["exp2"]),
            ("HDR-49", "crit", ["alg"]), ("HDR-50", "crit", ["nothere"]), ("HDR-51", "crit", ["b64", "b64"]),
            ("crit empty", "crit", []), ("crit null", "crit", nil), ("HDR-54", "b64", true),
            ("b64 false", "b64", false),
            ("HDR-55", "zip", "DEF"), ("HDR-56", "enc", "A128GCM"), ("epk", "epk", [:]), ("apu", "apu", "x"),
            ("p2s", "p2s", "AA"), ("p2c", "p2c", 1_000_000), ("cty", "cty", "at+jwt"),
            ("cty", "cty", "application/AT+JWT"),
            ("HDR-58", "typ", "dpop+jwt"), ("HDR-58", "typ", "logout+jwt"), ("HDR-58", "typ", "secevent+jwt"),
            ("HDR-58", "typ", "kb+jwt"), ("HDR-58", "typ", "id_token"), ("HDR-58", "typ", ""),
            ("HDR-58", "typ", "JWT "),
            ("HDR-58", "typ", "application/"), ("HDR-58", "typ", "application/application/jwt"),
            ("HDR-60", "typ", "\u{17F}wt"), ("HDR-60", "typ", "JW\u{FF34}"), ("HDR-60", "typ", "JWT\u{0}"),
        ].map { (id: String, name: String, value: JSONValue) in
            Row("\(id) \(name)", .headerNotAllowed) { try Mint.token(header: { $0[name] = .some(value) }) }
        }
        + [
            Row("HDR-42 by the attacker", .headerNotAllowed) {
                try Mint.token(by: .attacker, header: { $0["jwk"] = .object(TestKey.attacker.jwk) })
            },
            Row("HDR-46 by the attacker", .headerNotAllowed) {
                try Mint.token(by: .attacker, header: { $0["x5c"] = ["MIIC"] })
            },
            Row("HDR-59", .tokenMalformed) { try Mint.token(header: { $0["typ"] = 1 }) },
            Row("HDR-59", .tokenMalformed) { try Mint.token(header: { $0["typ"] = [] }) },
            Row("HDR-59", .tokenMalformed) { try Mint.token(header: { $0["typ"] = .some(.null) }) },
            Row("cty of another type", .tokenMalformed) { try Mint.token(header: { $0["cty"] = 1 }) },
            Row("x5t of another type", .tokenMalformed) { try Mint.token(header: { $0["x5t"] = 1 }) },
            Row("HDR-72") { try Mint.headerWith(#""x":1e300"#) },
            Row("HDR-75") { try Mint.headerWith(#""__proto__":{"alg":"none"},"constructor":{}"#) },
        ]

    private static let texts: [Row] =
        [
            #"{"alg":"RS256","kid":"nope","kid":"k1"}"#, #"{"alg":"RS256","kid":"k1","kid":"nope"}"#,
            #"{"alg":"none","alg":"RS256","kid":"k1"}"#, #"{"alg":"RS256","kid":"k1","\u006bid":"k1"}"#,
            #"{"alg":"RS256","kid":"k1","x":{"a":1,"a":2}}"#, #"{"alg":"RS256""#, #"{"alg":"RS256","kid":"k1""#,
            "hello",
            "[]", "null", "\"RS256\"", #"{"alg":"RS256","kid":"k1"}x"#, #"{"alg":"RS256","kid":"k1"}{}"#,
            "{\"alg\":\"RS256\",\"kid\":\"k1\"}\u{0}", #"{"alg":"RS256","kid":"k1",}"#,
            #"{"alg":"RS256","kid":"\ud800"}"#,
            "\u{FEFF}{\"alg\":\"RS256\",\"kid\":\"k1\"}", #"{'alg':'RS256','kid':'k1'}"#,
            #"{"alg":"RS256","kid":"k1","x":\#(String(repeating: "[", count: 16))\#(String(repeating: "]", count: 16))}"#,
        ].map { text in Row("HDR-62…70 \(text)", .tokenMalformed) { try Mint.raw(header: text) } }
        + [[0xFF, 0xFE], [0xC0, 0xAF], [0xED, 0xA0, 0x80]].map { (bytes: [UInt8]) in
            Row("HDR-69", .tokenMalformed) {
                try Mint.raw(header: Array(#"{"alg":"RS256","kid":"k1"#.utf8) + bytes + Array(#""}"#.utf8))
            }
        }
        + ["00", "01", "1.", ".5", "+1", "0x10", "1e", "NaN", "-"].map { number in
            Row("HDR-73 \(number)", .tokenMalformed) { try Mint.headerWith("\"x\":\(number)") }
        }
        + ["1e400", "-0", "1E+2", "1e-400", "123456789012345678901234567890"].map { number in
            Row("HDR-73 \(number)") { try Mint.headerWith("\"x\":\(number)") }
        }
        + [
            Row("HDR-74", .tokenTooLarge) {
                try Mint.headerWith((0..<10_000).map { "\"m\($0)\":0" }.joined(separator: ","))
            }
        ]

    @Test("A token of Microsoft Graph is told to operators, not to clients (HDR-57)")
    func graph() async throws {
        let bench = Bench()
        let nonce = SHA256.hash(data: Data("x".utf8)).map { String($0, radix: 16) }.joined()
        let signature = Segments(try Mint.token(header: { $0["nonce"] = .string(nonce) })).signature
        var token = Segments(try Mint.token(header: { $0["nonce"] = "x" }))
        token.signature = signature
        let presented = BearerToken(token.token)
        let error = try await #require(throws: AuthError.self) {
            try await bench.validator.validate(presented, policy: .scope("access_as_user"))
        }
        #expect(error.code == .signatureInvalid)
        #expect(error.diagnostic.contains("Graph"))
        #expect(error.message == "Invalid token")
    }
}
