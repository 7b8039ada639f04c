// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import EntraAuth
import StrictJSON
import Testing

@Suite("Catalogue B64: base64url")
struct EncodingTests {
    @Test("A token in another encoding is refused", arguments: rows)
    func encoding(row: Row) async throws { try await row.check() }

    private static let rows: [Row] = [
        Row("B64-03", .tokenMalformed) {
            try Mint.sealed(Base64.url(Mint.headerText()), padded(Mint.payloadText()))
        },
        Row("padding on the header", .tokenMalformed) {
            try Mint.sealed(padded(Mint.headerText()), Base64.url(Mint.payloadText()))
        },
        Row("padding on the signature", .tokenMalformed) { try Mint.token() + "==" },
        Row("B64-05", .tokenMalformed) {
            for number in 0..<100 {
                var token = Segments(try Mint.token(payload: { $0["uti"] = .string("u\(number)") }))
                guard token.signature.contains("-"), token.signature.contains("_") else { continue }
                token.signature = token.signature.replacing("-", with: "+").replacing("_", with: "/")
                return token.token
            }
            return ""
        },
        Row("B64-06", .tokenMalformed) {
            let payload = Base64.url(Mint.payloadText { $0["name"] = "???>>>~~~\u{FF}\u{3FF}\u{7FFF}" })
            let standard = payload.replacing("-", with: "+").replacing("_", with: "/")
            return standard == payload ? "" : try Mint.sealed(Base64.url(Mint.headerText()), standard)
        },
        Row("B64-10", .invalidRequest) {
            var token = Segments(try Mint.token())
            token.signature.insert("\n", at: token.signature.index(token.signature.startIndex, offsetBy: 64))
            return token.token
        },
        Row("B64-10 CRLF", .invalidRequest) {
            var token = Segments(try Mint.token())
            token.signature.insert("\r\n", at: token.signature.index(token.signature.startIndex, offsetBy: 64))
            return token.token
        },
        Row("B64-12", .tokenMalformed) {
            var token = Segments(try Mint.token())
            token.signature = "~" + token.signature.dropFirst()
            return token.token
        },
        Row("B64-13", .invalidRequest) {
            var token = Segments(try Mint.token())
            token.signature = "?" + token.signature
            return token.token
        },
        Row("B64-14", .invalidRequest) { try Mint.token().replacing("A", with: "\u{FF21}") },
        Row("B64-15", .tokenMalformed) {
            try Mint.sealed(Base64.url(Base64.url(Mint.headerText())), Base64.url(Mint.payloadText()))
        },
        Row("B64-16", .signatureInvalid, .tokenMalformed) {
            var token = Segments(try Mint.token())
            let digits = Array("0123456789abcdef")
            token.signature = String(
                Base64.bytes(token.signature).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
            return token.token
        },
        Row("one letter too many", .tokenMalformed) { try Mint.token() + "AAA" },
    ]

    @Test("A signature has one spelling: unused bits are zero (B64-07)")
    func trailingBits() async throws {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
        let good = try Mint.token()
        let last = try #require(good.last)
        let value = try #require(alphabet.firstIndex(of: last))
        #expect(value % 16 == 0)
        for offset in 1...15 {
            let other = good.dropLast() + String(alphabet[value + offset])
            try await Row("B64-07", .tokenMalformed) { String(other) }.check()
        }
    }

    private static func padded(_ text: String) -> String {
        var text = text
        while text.utf8.count % 3 == 0 { text += " " }
        let encoded = Base64.url(text)
        return encoded + String(repeating: "=", count: (4 - encoded.count % 4) % 4)
    }
}
