// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// B64: strict base64url (RFC 7515 §2, RFC 4648 §5).
extension HostileToken {
    static let encoding: [HostileToken] =
        [
            HostileToken("B64-03", "padding on the payload, signed as text", .tokenMalformed) {
                var text = try $0.claimsText()
                while text.utf8.count % 3 == 0 { text += " " }
                let payload = HostileMint.encode(text)
                let padding = String(repeating: "=", count: (4 - payload.utf8.count % 4) % 4)
                return try $0.sealed(HostileMint.encode(HostileMint.text($0.header)), payload + padding)
            },
            HostileToken("B64-05", "the standard alphabet in the signature", .tokenMalformed) {
                var parts = try $0.parts()
                var number = 0
                while !(parts.signature.utf8.contains(UInt8(ascii: "-")) && parts.signature.contains("_")) {
                    number += 1
                    parts = TokenParts(try $0.token("uti", .string("u\(number)")))
                }
                parts.signature = standardAlphabet(parts.signature)
                return parts.compact
            },
            HostileToken("B64-06", "the standard alphabet in the payload, signed as text", .tokenMalformed) {
                var claims = try $0.claims()
                // Three shifts of characters whose encoding has `-` and `_`.
                claims["name"] = "???>>>???? >>>>?? ?>?>"
                let payload = standardAlphabet(HostileMint.encode(HostileMint.text(claims)))
                return try $0.sealed(HostileMint.encode(HostileMint.text($0.header)), payload)
            },
        ]
        + family(
            "B64-07", "unused bits of the signature's last letter", .tokenMalformed, (1...15).map { ("\($0)", $0) }
        ) {
            mint, offset in
            var parts = try mint.parts()
            let value = parts.signature.utf8.last.flatMap(alphabet.firstIndex(of:)) ?? 0
            parts.signature.removeLast()
            parts.signature.unicodeScalars.append(Unicode.Scalar(alphabet[(value + offset) % 64]))
            return parts.compact
        }
        + family("B64-10", "a line break in the signature", .invalidRequest, texts: ["\n", "\r\n"]) { mint, text in
            var parts = try mint.parts()
            parts.signature.insert(
                contentsOf: text, at: parts.signature.index(parts.signature.startIndex, offsetBy: 64))
            return parts.compact
        }
        + [
            HostileToken("B64-12", "a tilde in the signature", .tokenMalformed) {
                var parts = try $0.parts()
                parts.signature = "~" + parts.signature.dropFirst()
                return parts.compact
            },
            HostileToken("B64-13", "a question mark in the signature", .invalidRequest) {
                var parts = try $0.parts()
                parts.signature = "?" + parts.signature
                return parts.compact
            },
            HostileToken("B64-14", "full-width letters A, U+FF21", .invalidRequest) {
                try $0.token().replacing("A", with: "\u{FF21}")
            },
            HostileToken("B64-15", "base64url of base64url as the header", .tokenMalformed) {
                let header = HostileMint.encode(HostileMint.encode(HostileMint.text($0.header)))
                return try $0.sealed(header, HostileMint.encode(try $0.claimsText()))
            },
            HostileToken("B64-16", "the signature in hexadecimal", .signatureInvalid) {
                var parts = try $0.parts()
                parts.signature = (Base64URL.decode(parts.signature.utf8) ?? []).map(Hex.text).joined()
                return parts.compact
            },
        ]

    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

    private static func standardAlphabet(_ text: String) -> String {
        text.replacing("-", with: "+").replacing("_", with: "/")
    }
}
