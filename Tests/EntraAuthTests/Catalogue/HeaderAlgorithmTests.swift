// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import Crypto
import CryptoExtras
import EntraAuth
import Foundation
import StrictJSON
import Testing

@Suite("Catalogue HDR: the algorithm")
struct HeaderAlgorithmTests {
    @Test("Another algorithm is refused, whoever signed", arguments: rows)
    func algorithm(row: Row) async throws { try await row.check() }

    private static let rows: [Row] =
        [
            Row("HDR-01", .tokenMalformed) {
                Base64.url(#"{"alg":"none","kid":"k1"}"#) + "." + Base64.url(Mint.payloadText()) + "."
            },
            Row("HDR-02", .algorithmNotAllowed) { try Mint.token(header: { $0["alg"] = "none" }) },
            Row("HDR-03 escaped", .algorithmNotAllowed) {
                try Mint.raw(header: #"{"typ":"JWT","alg":"no\u006ee","kid":"k1"}"#)
            },
            Row("HDR-04", .algorithmNotAllowed) { try Mint.token(header: { $0["alg"] = nil }) },
            Row("HDR-08", .algorithmNotAllowed) { hmac(TestKey.k1.publicPEM) },
            Row("HDR-08 newline", .algorithmNotAllowed) { hmac(TestKey.k1.publicPEM + "\n") },
            Row("HDR-10", .algorithmNotAllowed) { hmac("\n" + TestKey.k1.publicPEM) },
            Row("HDR-12 HS384", .algorithmNotAllowed) {
                Mint.signed(header: { $0["alg"] = "HS384" }) { mac(SHA384.self, "k", $0) }
            },
            Row("HDR-12 HS512", .algorithmNotAllowed) {
                Mint.signed(header: { $0["alg"] = "HS512" }) { mac(SHA512.self, "k", $0) }
            },
            Row("HDR-13 RS384", .algorithmNotAllowed) {
                try Mint.signed(header: { $0["alg"] = "RS384" }) {
                    try TestKey.k1.sign(SHA384.hash(data: Data($0.utf8)))
                }
            },
            Row("HDR-13 RS512", .algorithmNotAllowed) {
                try Mint.signed(header: { $0["alg"] = "RS512" }) {
                    try TestKey.k1.sign(SHA512.hash(data: Data($0.utf8)))
                }
            },
            Row("HDR-14", .algorithmNotAllowed) {
                try Mint.signed(header: { $0["alg"] = "PS256" }) { try pss($0) }
            },
            Row("HDR-16", .signatureInvalid) { try Mint.signed { try pss($0) } },
            Row("HDR-17", .signatureInvalid) {
                try Mint.signed { try TestKey.k1.sign(SHA384.hash(data: Data($0.utf8))) }
            },
            Row("HDR-18 RS1", .algorithmNotAllowed) {
                try Mint.signed(header: { $0["alg"] = "RS1" }) {
                    try TestKey.k1.sign(Insecure.SHA1.hash(data: Data($0.utf8)))
                }
            },
            Row("HDR-18 SHA-1", .signatureInvalid) {
                try Mint.signed { try TestKey.k1.sign(Insecure.SHA1.hash(data: Data($0.utf8))) }
            },
            Row("HDR-19", .algorithmNotAllowed) {
                try Mint.signed(header: { $0["alg"] = "ES256" }) {
                    Array(try P256.Signing.PrivateKey().signature(for: Data($0.utf8)).rawRepresentation)
                }
            },
            Row("HDR-27", .algorithmNotAllowed) {
                Mint.signed(header: {
                    $0["alg"] = "HS256"
                    $0["kid"] = "/dev/null"
                }) { mac(SHA256.self, "", $0) }
            },
        ]
        + [
            "None", "NONE", "nOnE", "none ", "rs256", "RS256\u{0}", "RS256 ", " RS256", "\u{FF32}\u{FF33}256",
            "RS256\u{301}",
            "", "HS256", "EdDSA",
        ].map { name in
            Row("HDR-03/06/07 \(name.debugDescription)", .algorithmNotAllowed) {
                try Mint.token(header: { $0["alg"] = .string(name) })
            }
        }
        + [JSONValue.null, 1, true, ["RS256"], ["RS256": 1]].map { value in
            Row("alg of another type", .algorithmNotAllowed, .tokenMalformed) {
                try Mint.token(header: { $0["alg"] = value })
            }
        }

    private static func hmac(_ secret: String) -> String {
        Mint.signed(header: { $0["alg"] = "HS256" }) { mac(SHA256.self, secret, $0) }
    }

    private static func mac<H: HashFunction>(_ hash: H.Type, _ secret: String, _ input: String) -> [UInt8] {
        Array(HMAC<H>.authenticationCode(for: Data(input.utf8), using: SymmetricKey(data: Data(secret.utf8))))
    }

    private static func pss(_ input: String) throws -> [UInt8] {
        try TestKey.k1.sign(SHA256.hash(data: Data(input.utf8)), .PSS)
    }
}
