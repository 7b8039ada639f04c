// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import EntraAuth
import StrictJSON
import Testing

@Suite("Catalogue STR: the three segments")
struct StructureTests {
    @Test("A token of another structure is refused", arguments: rows)
    func structure(row: Row) async throws { try await row.check() }

    private static let rows: [Row] = [
        Row("STR-02", .tokenMalformed) { "abc" },
        Row("STR-03", .tokenMalformed) {
            let token = Segments(try Mint.token())
            return "\(token.header).\(token.payload)"
        },
        Row("STR-04", .tokenMalformed) { try Mint.token() + ".x" },
        Row("STR-04 empty", .tokenMalformed) { try Mint.token() + "." },
        Row("STR-04 first", .tokenMalformed) { "." + (try Mint.token()) },
        Row("STR-05", .tokenEncrypted) { Base64.url(#"{"alg":"RSA-OAEP","enc":"A256GCM"}"#) + ".a.b.c.d" },
        Row("STR-06", .tokenEncrypted, .tokenMalformed) {
            let token = Segments(try Mint.token())
            return "\(token.header)....\(token.signature)"
        },
        Row("STR-07", .tokenMalformed) { "a.b.c.d.e.f" },
        Row("STR-08", .tokenTooLarge) { String(repeating: ".", count: 100_000) },
        Row("STR-08 within the size", .tokenMalformed) { "a" + String(repeating: ".", count: 16_000) },
        Row("STR-11", .tokenMalformed) {
            let token = Segments(try Mint.token())
            return "\(token.header).\(token.payload)."
        },
        Row("STR-12", .tokenMalformed) {
            let token = Segments(try Mint.token())
            return "\(token.header)..\(token.signature)"
        },
        Row("STR-12 header", .tokenMalformed) {
            let token = Segments(try Mint.token())
            return ".\(token.payload).\(token.signature)"
        },
        Row("STR-13", .invalidRequest) {
            let token = Segments(try Mint.token())
            return #"{"protected":"\#(token.header)","payload":"\#(token.payload)","signature":"\#(token.signature)"}"#
        },
        Row("STR-15", .headerNotAllowed) {
            let header = Mint.headerText { $0["cty"] = "JWT" }
            return try Mint.raw(header: header, payload: try Mint.token())
        },
        Row("STR-15 application/jwt", .headerNotAllowed) {
            let header = Mint.headerText { $0["cty"] = "application/jwt" }
            return try Mint.raw(header: header, payload: try Mint.token())
        },
        Row("STR-17", .signatureInvalid) {
            var token = Segments(try Mint.token())
            token.signature = Segments(try Mint.token(payload: { $0["uti"] = "u2" })).signature
            return token.token
        },
        Row("STR-18", .signatureInvalid) {
            var token = Segments(try Mint.token())
            token.payload = Segments(try Mint.token(payload: { $0["uti"] = "u2" })).payload
            return token.token
        },
        Row("STR-19", .invalidRequest) { "Bearer \(try Mint.token())" },
        Row("STR-19 quotes", .invalidRequest) { "\"\(try Mint.token())\"" },
        Row("STR-20", .tokenMalformed, .tokenEncrypted) { "..\(try Mint.token())" },
        Row("STR-21", .invalidRequest) { try Mint.token().replacing(".", with: "\u{FF0E}") },
        Row("size, one byte over", .tokenTooLarge) { String(repeating: "a", count: 16 * 1_024 + 1) },
        Row("header size", .tokenTooLarge) {
            try Mint.token(header: { $0["x"] = .string(String(repeating: "x", count: 2_048)) })
        },
    ]
}
