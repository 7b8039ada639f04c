// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import Crypto
import CryptoExtras
import FoundationEssentials
import StrictJSON

/// HDR: the algorithm (RFC 8725 §3.1).
extension HostileToken {
    static let headerAlgorithms: [HostileToken] =
        [
            HostileToken("HDR-01", "alg none and no signature", .tokenMalformed) {
                let header = HostileMint.encode(#"{"alg":"none","kid":"\#($0.key.keyID)"}"#)
                return "\(header).\(HostileMint.encode(try $0.claimsText()))."
            },
            HostileToken("HDR-02", "alg none, signed correctly", .algorithmNotAllowed) {
                try $0.token(header: { $0["alg"] = "none" })
            },
        ]
        + family("HDR-03", "alg none, spelled", .algorithmNotAllowed, texts: ["None", "NONE", "nOnE", "none "]) {
            mint, name in
            try mint.token(header: { $0["alg"] = .string(name) })
        }
        + [
            HostileToken("HDR-03/5", "alg none, with an escape in it", .algorithmNotAllowed) {
                try $0.token(headerText: #"{"typ":"JWT","alg":"no\u006ee","kid":"\#($0.key.keyID)"}"#)
            },
            HostileToken("HDR-04", "no alg", .algorithmNotAllowed) { try $0.token(header: { $0["alg"] = nil }) },
            HostileToken("HDR-06", "alg rs256", .algorithmNotAllowed) {
                try $0.token(header: { $0["alg"] = "rs256" })
            },
        ]
        + family(
            "HDR-07", "alg RS256, spelled", .algorithmNotAllowed,
            texts: ["RS256\u{0}", "RS256 ", "\u{FF32}\u{FF33}256"]
        ) { mint, name in
            try mint.token(header: { $0["alg"] = .string(name) })
        }
        + [
            HostileToken("HDR-08/1", "HMAC keyed with the public key in PEM", .algorithmNotAllowed) {
                try hmac($0, SHA256.self, "HS256", $0.key.publicKeyPEM)
            },
            HostileToken("HDR-08/2", "HMAC keyed with the public key in PEM and a line break", .algorithmNotAllowed) {
                try hmac($0, SHA256.self, "HS256", $0.key.publicKeyPEM + "\n")
            },
            HostileToken("HDR-10", "HMAC keyed with a line break and the public key in PEM", .algorithmNotAllowed) {
                try hmac($0, SHA256.self, "HS256", "\n" + $0.key.publicKeyPEM)
            },
            HostileToken("HDR-12/1", "HS384 keyed with the public key in PEM", .algorithmNotAllowed) {
                try hmac($0, SHA384.self, "HS384", $0.key.publicKeyPEM)
            },
            HostileToken("HDR-12/2", "HS512 keyed with the public key in PEM", .algorithmNotAllowed) {
                try hmac($0, SHA512.self, "HS512", $0.key.publicKeyPEM)
            },
            HostileToken("HDR-13/1", "RS384, genuine", .algorithmNotAllowed) { mint in
                try mint.token(
                    header: { $0["alg"] = "RS384" }, signature: { try mint.key.signature(of: SHA384.hash(data: $0)) })
            },
            HostileToken("HDR-13/2", "RS512, genuine", .algorithmNotAllowed) { mint in
                try mint.token(
                    header: { $0["alg"] = "RS512" }, signature: { try mint.key.signature(of: SHA512.hash(data: $0)) })
            },
            HostileToken("HDR-14", "PS256, genuine", .algorithmNotAllowed) { mint in
                try mint.token(header: { $0["alg"] = "PS256" }, signature: { try pss($0, mint) })
            },
            HostileToken("HDR-16", "a PSS signature under alg RS256", .signatureInvalid) { mint in
                try mint.token(signature: { try pss($0, mint) })
            },
            HostileToken("HDR-17", "a SHA-384 signature under alg RS256", .signatureInvalid) { mint in
                try mint.token(signature: { try mint.key.signature(of: SHA384.hash(data: $0)) })
            },
            HostileToken("HDR-18/1", "RS1, genuine", .algorithmNotAllowed) { mint in
                try mint.token(
                    header: { $0["alg"] = "RS1" },
                    signature: { try mint.key.signature(of: Insecure.SHA1.hash(data: $0)) })
            },
            HostileToken("HDR-18/2", "a SHA-1 signature under alg RS256", .signatureInvalid) { mint in
                try mint.token(signature: { try mint.key.signature(of: Insecure.SHA1.hash(data: $0)) })
            },
            HostileToken("HDR-19", "ES256 by a P-256 key under the RSA key's kid", .algorithmNotAllowed) { mint in
                try mint.token(
                    header: { $0["alg"] = "ES256" },
                    signature: { [UInt8](try P256.Signing.PrivateKey().signature(for: $0).rawRepresentation) })
            },
            HostileToken("HDR-27", "HMAC keyed with an empty file, kid /dev/null", .algorithmNotAllowed) { mint in
                try mint.token(
                    header: {
                        $0["alg"] = "HS256"
                        $0["kid"] = "/dev/null"
                    }, signature: { code(SHA256.self, "", $0) })
            },
        ]

    private static func hmac<H: HashFunction>(
        _ mint: HostileMint, _ hash: H.Type, _ name: String, _ secret: String
    ) throws -> String {
        try mint.token(header: { $0["alg"] = .string(name) }, signature: { code(hash, secret, $0) })
    }

    private static func code<H: HashFunction>(_ hash: H.Type, _ secret: String, _ input: [UInt8]) -> [UInt8] {
        [UInt8](HMAC<H>.authenticationCode(for: input, using: SymmetricKey(data: Array(secret.utf8))))
    }

    private static func pss(_ input: [UInt8], _ mint: HostileMint) throws -> [UInt8] {
        try mint.key.signature(of: SHA256.hash(data: input), padding: .PSS)
    }
}
