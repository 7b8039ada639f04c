// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import Crypto
import CryptoExtras
import EntraAuth
import Foundation
import StrictJSON

/// A signing key made for this run, and an authority's documents that publish it among others.
struct SampleKeys: DocumentTransport {
    let key: _RSA.Signing.PrivateKey
    let keyID = "nOo3ZDrODXEK1jKWhXslHR_KXEg"
    private let keySet: [UInt8]

    /// Entra publishes about six keys; the others here are numbers of the right form, for which nobody can sign.
    init(count: Int = 6) throws {
        key = try _RSA.Signing.PrivateKey(keySize: .bits2048)
        var elements = [Self.element(try key.publicKey.getKeyPrimitives().modulus, keyID)]
        var generator = SystemRandomNumberGenerator()
        for number in 1..<max(count, 1) {
            var modulus = Data((0..<256).map { _ in UInt8.random(in: 0...255, using: &generator) })
            modulus[0] |= 0x80
            modulus[255] |= 1
            elements.append(Self.element(modulus, "other-key-\(number)"))
        }
        let document: JSONValue = ["keys": .array(elements)]
        keySet = document.serialized()
    }

    func sign(_ input: String) throws -> [UInt8] {
        let digest = SHA256.hash(data: Data(input.utf8))
        return Array(try key.signature(for: digest, padding: .insecurePKCS1v1_5).rawRepresentation)
    }

    func get(_ url: String, limits: FetchLimits) async throws(FetchError) -> FetchedDocument {
        guard url.hasSuffix("/openid-configuration") else {
            return FetchedDocument(status: 200, contentType: "application/json", body: keySet)
        }
        let metadata: JSONValue = [
            "issuer": .string("\(SampleTexts.origin)/\(SampleTexts.tenant)/v2.0"),
            "jwks_uri": .string("\(SampleTexts.origin)/\(SampleTexts.tenant)/discovery/v2.0/keys"),
            "cloud_instance_name": "microsoftonline.com",
        ]
        return FetchedDocument(status: 200, contentType: "application/json", body: metadata.serialized())
    }

    private static func element(_ modulus: Data, _ keyID: String) -> JSONValue {
        [
            "kty": "RSA", "use": "sig", "kid": .string(keyID), "x5t": .string(keyID),
            "n": .string(base64URL(Array(modulus))), "e": "AQAB",
            "cloud_instance_name": "microsoftonline.com", "issuer": .string("\(SampleTexts.origin)/{tenantid}/v2.0"),
        ]
    }
}

func base64URL(_ bytes: [UInt8]) -> String {
    Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
}
