// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import EntraAuth
import StrictJSON
import Testing

@Suite("Catalogue PAY: the payload as JSON")
struct PayloadTests {
    @Test("A payload that is not strict JSON, or not these claims, is refused", arguments: rows)
    func payload(row: Row) async throws { try await row.check() }

    private static let good = Mint.payloadText()

    private static let rows: [Row] = [
        Row("PAY-02", .claimMissing) { try Mint.raw(payload: "{}") },
        Row("PAY-05", .tokenMalformed) { try Mint.payloadWith(#""\u0073cp":"access_as_user""#) },
        Row("PAY-06", .tokenMalformed) { try Mint.payloadWith(#""_claim_names":{"a":1,"a":2}"#) },
        Row("PAY-07", .claimInvalid) { try Mint.token(payload: { $0["TID"] = .string(Cast.foreignTenant) }) },
        Row("PAY-07 Aud", .claimInvalid) { try Mint.token(payload: { $0["Aud"] = "x" }) },
        Row("PAY-08 UTF-16", .tokenMalformed) { try Mint.raw(payload: good.utf16.flatMap { [UInt8($0 & 0xFF), 0] }) },
        Row("PAY-09", .tokenMalformed) {
            try Mint.raw(
                payload: Array(good.dropLast().utf8) + Array(#","name":"x"#.utf8) + [0xFF] + Array(#""}"#.utf8))
        },
        Row("PAY-10 depth 16") { try Mint.payloadWith("\"x\":\(nested(15))") },
        Row("PAY-10 depth 17", .tokenMalformed) { try Mint.payloadWith("\"x\":\(nested(16))") },
        Row("PAY-10 depth 513", .tokenMalformed) { try Mint.payloadWith("\"x\":\(nested(513))") },
        Row("PAY-10 depth 5,000", .tokenMalformed) { try Mint.payloadWith("\"x\":\(nested(5_000))") },
        Row("PAY-10 depth 100,000", .tokenTooLarge) { try Mint.payloadWith("\"x\":\(nested(100_000))") },
        Row("PAY-11", .tokenTooLarge) {
            try Mint.payloadWith((0..<100_000).map { "\"m\($0)\":0" }.joined(separator: ","))
        },
        Row("PAY-11 within the size", .tokenMalformed) {
            try Mint.payloadWith((0..<1_000).map { "\"m\($0)\":0" }.joined(separator: ","))
        },
        Row("PAY-12") { try Mint.payloadWith("\"x\":1" + String(repeating: "0", count: 10_000)) },
        Row("PAY-13") { try Mint.payloadWith("\"\\u0065xp\":\(Cast.now + 60)", without: ["exp"]) },
        Row("PAY-14", .audienceInvalid) { try Mint.token(payload: { $0["aud"] = .string(Cast.api + "\u{0}") }) },
        Row("PAY-15") { try Mint.payloadWith(#""__proto__":{"scp":"x"}"#) },
        Row("PAY-19", .tokenMalformed) { try Mint.raw(payload: Number.odd(bits: 4_096)) },
        Row("PAY-18 iss", .claimInvalid) { try Mint.token(payload: { $0["iss"] = 1 }) },
        Row("PAY-18 tid", .claimInvalid) { try Mint.token(payload: { $0["tid"] = [.string(Cast.tenant)] }) },
        Row("PAY-18 sub", .claimInvalid) { try Mint.token(payload: { $0["sub"] = [:] }) },
        Row("PAY-18 ver", .claimInvalid) { try Mint.payloadWith("\"ver\":2.0", without: ["ver"]) },
        Row("PAY-18 ver", .claimInvalid) { try Mint.token(payload: { $0["ver"] = 2 }) },
        Row("sub empty", .claimInvalid) { try Mint.token(payload: { $0["sub"] = "" }) },
        Row("oid with NUL", .claimInvalid) { try Mint.token(payload: { $0["oid"] = "a\u{0}b" }) },
        Row("azp with NUL", .claimInvalid) { try Mint.token(payload: { $0["azp"] = "a\u{0}b" }) },
    ]

    @Test("A claim that comes twice is refused, whichever is right (PAY-04)", arguments: duplicates)
    func duplicate(row: Row) async throws { try await row.check() }

    private static let duplicates: [Row] =
        ["aud", "exp", "iat", "nbf", "iss", "tid", "scp", "sub", "ver", "azp", "oid", "roles"].flatMap {
            name -> [Row] in
            let before = "{\"\(name)\":\"other\"," + String(withRoles.dropFirst())
            let after = String(withRoles.dropLast()) + ",\"\(name)\":\"other\"}"
            return [
                Row("PAY-04 \(name) before", .tokenMalformed) { try Mint.raw(payload: before) },
                Row("PAY-04 \(name) after", .tokenMalformed) { try Mint.raw(payload: after) },
            ]
        }

    @Test("A payload that is not one strict JSON object is refused (PAY-03, PAY-08)", arguments: texts)
    func text(row: Row) async throws { try await row.check() }

    private static let texts: [Row] = {
        let open = String(good.dropLast())
        let texts: [String] = [
            "hello", " ", "foo", "[]", "null", "\"x\"", "1", good + "x", good + "{}", good + "\u{0}", "\u{FEFF}" + good,
            open + ",}", "/* x */" + good, open + ",\"x\":\"\\ud800\"}", open,
        ]
        return texts.map { text in
            Row("PAY-03/08 \(text.prefix(12).debugDescription)", .tokenMalformed) { try Mint.raw(payload: text) }
        }
    }()

    @Test("A required claim is there, and of its type (PAY-16)", arguments: requirements)
    func required(row: Row) async throws { try await row.check() }

    private static let requirements: [Row] =
        ["iss", "aud", "exp", "nbf", "iat", "tid", "ver", "sub", "azp", "oid"].flatMap { name -> [Row] in
            [
                Row("PAY-16 \(name)", .claimInvalid) { try Mint.token(payload: { $0[name] = .some(.null) }) },
                Row("without \(name)", .claimMissing) { try Mint.token(payload: { $0[name] = nil }) },
            ]
        }

    private static let withRoles = Mint.payloadText { $0["roles"] = [] }

    private static func nested(_ depth: Int) -> String {
        String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
}
