// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import Crypto
import StrictJSON

/// HDR: parameters that choose a key, change what is signed, or name another kind of token (RFC 7515 §4.1).
extension HostileToken {
    static let headerParameters: [HostileToken] =
        [
            HostileToken("HDR-42", "a jwk, signed with its key", .headerNotAllowed) { mint in
                try mint.token(
                    by: mint.stranger, header: { $0["jwk"] = .object(KeySetDocument.entry(of: mint.stranger)) })
            },
            HostileToken("HDR-45", "an x5u", .headerNotAllowed) {
                try $0.token(header: { $0["x5u"] = "https://attacker.example/c.pem" })
            },
            HostileToken("HDR-46", "an x5c, signed with its key", .headerNotAllowed) { mint in
                try mint.token(
                    by: mint.stranger, header: { $0["x5c"] = [.string(mint.stranger.certificateBase64)] })
            },
            HostileToken("HDR-47", "a crit that names an unknown parameter", .headerNotAllowed) {
                try $0.token(header: {
                    $0["crit"] = ["exp2"]
                    $0["exp2"] = 1
                })
            },
        ]
        + [
            ("HDR-49", "a crit that names a standard parameter", "crit", ["alg"]),
            ("HDR-50", "a crit that names an absent parameter", "crit", ["nothere"]),
            ("HDR-51", "a crit that names a parameter twice", "crit", ["b64", "b64"]),
            ("HDR-54", "b64 true", "b64", true),
            ("HDR-55", "zip DEF", "zip", "DEF"),
            ("HDR-56", "enc in a signed token", "enc", "A128GCM"),
        ].map { (id: String, summary: String, name: String, value: JSONValue) in
            HostileToken(id, summary, .headerNotAllowed) { try $0.token(header: { $0[name] = value }) }
        }
        + [
            HostileToken("HDR-57", "a Microsoft Graph token: signed over the hash of its nonce", .signatureInvalid) {
                let nonce = "hostile"
                let hash = Base64URL.encode(SHA256.hash(data: Array(nonce.utf8)))
                var parts = TokenParts(try $0.token(header: { $0["nonce"] = .string(hash) }))
                var header = $0.header
                header["nonce"] = .string(nonce)
                parts.header = HostileMint.encode(HostileMint.text(header))
                return parts.compact
            }
        ]
        + family(
            "HDR-58", "a typ of another token", .headerNotAllowed,
            texts: ["dpop+jwt", "logout+jwt", "secevent+jwt", "kb+jwt", "id_token"]
        ) { try $0.token(typ: .string($1)) }
        + family(
            "HDR-59", "a typ that is no string", .tokenMalformed,
            [("number", JSONValue.integer(1)), ("array", []), ("null", .null)]
        ) { try $0.token(typ: $1) }
        + family("HDR-60", "a typ that folds to JWT", .headerNotAllowed, texts: ["\u{17F}wt", "JW\u{FF34}"]) {
            try $0.token(typ: .string($1))
        }
}

extension HostileMint {
    fileprivate func token(typ value: JSONValue) throws -> String { try token(header: { $0["typ"] = .some(value) }) }
}
