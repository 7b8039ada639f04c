// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import Crypto
import CryptoExtras
import Foundation
import StrictJSON

/// A signing key of the catalogue, made once per process.
struct TestKey: Sendable {
    static let k1 = make("k1")
    static let k2 = make("k2")
    /// The key with which personal accounts' tokens are signed.
    static let personal = make("kmsa", issuer: Cast.issuer("9188040d-6c67-4c5b-b112-36a304b66dad"))
    /// A key of another cloud.
    static let government = make("kgov", cloud: "microsoftonline.us")
    /// Never published unless a test says so.
    static let attacker = make("k1")

    let kid: String
    let issuer: String?
    let cloud: String?
    let key: _RSA.Signing.PrivateKey
    let modulus: [UInt8]

    private static func make(
        _ kid: String, issuer: String? = Cast.templatedIssuer, cloud: String? = "microsoftonline.com"
    ) -> TestKey {
        do {
            let key = try _RSA.Signing.PrivateKey(keySize: .bits2048)
            let modulus = Array(try key.publicKey.getKeyPrimitives().modulus)
            return TestKey(kid: kid, issuer: issuer, cloud: cloud, key: key, modulus: modulus)
        } catch {
            preconditionFailure("The cryptographic library makes no key: \(error)")
        }
    }

    var privatePEM: String { key.pemRepresentation }

    var publicPEM: String { key.publicKey.pemRepresentation }

    /// RS256.
    func sign(_ input: String) throws -> [UInt8] { try sign(SHA256.hash(data: Data(input.utf8))) }

    /// PKCS #1 v1.5 unless told otherwise.
    func sign(_ digest: some Digest, _ padding: _RSA.Signing.Padding = .insecurePKCS1v1_5) throws -> [UInt8] {
        Array(try key.signature(for: digest, padding: padding).rawRepresentation)
    }

    /// The bare RSA operation on a block as long as the modulus.
    func power(_ block: [UInt8]) throws -> [UInt8] {
        let raw = try _RSA.BlindSigning.PrivateKey<SHA384>(
            pemRepresentation: key.pemRepresentation, parameters: .RSABSSA_SHA384_PSS_Randomized)
        return Array(try raw.blindSignature(for: Data(block)).rawRepresentation)
    }

    /// The element of a key set, as Entra writes it.
    var jwk: JSONObject {
        var jwk: JSONObject = [
            "kty": "RSA", "use": "sig", "kid": .string(kid), "x5t": .string(kid),
            "n": .string(Base64.url(modulus)), "e": "AQAB", "x5c": ["MIIC"],
        ]
        jwk["cloud_instance_name"] = cloud.map(JSONValue.string)
        jwk["issuer"] = issuer.map(JSONValue.string)
        return jwk
    }

    /// The element with changes.
    func jwk(_ change: (inout JSONObject) -> Void) -> JSONObject {
        var jwk = jwk
        change(&jwk)
        return jwk
    }
}
