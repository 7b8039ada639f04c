// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// STR: the three segments (RFC 7515 §7.1).
extension HostileToken {
    static let structure: [HostileToken] =
        [
            HostileToken("STR-02", "no dot", .tokenMalformed) { _ in "abc" },
            HostileToken("STR-03", "one dot", .tokenMalformed) {
                let parts = try $0.parts()
                return "\(parts.header).\(parts.payload)"
            },
            HostileToken("STR-04/1", "a fourth segment", .tokenMalformed) { try $0.token() + ".x" },
            HostileToken("STR-04/2", "an empty fourth segment", .tokenMalformed) { try $0.token() + "." },
            HostileToken("STR-04/3", "an empty first segment of four", .tokenMalformed) { try "." + $0.token() },
            HostileToken("STR-05", "five segments: an encrypted token (JWE)", .tokenEncrypted) { _ in
                HostileMint.encode(#"{"alg":"RSA-OAEP","enc":"A256GCM"}"#) + ".a.b.c.d"
            },
            HostileToken("STR-06", "five segments, the middle ones empty", .tokenEncrypted) {
                let parts = try $0.parts()
                return "\(parts.header)....\(parts.signature)"
            },
            HostileToken("STR-07", "six segments", .tokenMalformed) { _ in "a.b.c.d.e.f" },
            HostileToken("STR-08/1", "100,000 dots; a server may refuse the header field first", .tokenTooLarge) { _ in
                String(repeating: ".", count: 100_000)
            },
            HostileToken("STR-08/2", "16,000 dots, which is within the size of a token", .tokenMalformed) { _ in
                "a" + String(repeating: ".", count: 16_000)
            },
            HostileToken("STR-11", "an empty signature under alg RS256", .tokenMalformed) {
                let parts = try $0.parts()
                return "\(parts.header).\(parts.payload)."
            },
            HostileToken("STR-12", "a detached payload (RFC 7515 appendix F)", .tokenMalformed) {
                let parts = try $0.parts()
                return "\(parts.header)..\(parts.signature)"
            },
            HostileToken("STR-13", "the flattened JSON serialization", .invalidRequest) {
                let parts = try $0.parts()
                return #"{"protected":"\#(parts.header)","payload":"\#(parts.payload)","#
                    + #""signature":"\#(parts.signature)"}"#
            },
            HostileToken("STR-15", "a token inside a token, cty JWT", .headerNotAllowed) {
                let inner = try $0.token()
                var header = $0.header
                header["cty"] = "JWT"
                return try TokenSigner.sign(
                    header: Array(HostileMint.text(header).utf8), payload: Array(inner.utf8), key: $0.key)
            },
            HostileToken("STR-17", "the signature of another valid token", .signatureInvalid) {
                var parts = try $0.parts()
                parts.signature = TokenParts(try $0.token("uti", "another")).signature
                return parts.compact
            },
            HostileToken("STR-18", "the payload of another valid token", .signatureInvalid) {
                var parts = try $0.parts()
                parts.payload = TokenParts(try $0.token("uti", "another")).payload
                return parts.compact
            },
            HostileToken("STR-19/1", "the scheme twice", .invalidRequest) { try "Bearer " + $0.token() },
            HostileToken("STR-19/2", "in quotation marks", .invalidRequest) { try "\"" + $0.token() + "\"" },
            HostileToken("STR-20", "two dots before the token", .tokenEncrypted) { try ".." + $0.token() },
            HostileToken("STR-21", "full-width dots, U+FF0E", .invalidRequest) {
                let parts = try $0.parts()
                return "\(parts.header)\u{FF0E}\(parts.payload)\u{FF0E}\(parts.signature)"
            },
        ]
}
