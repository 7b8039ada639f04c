// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import Crypto
import CryptoExtras

/// A public key that passed ``JSONWebKey``'s rules, ready to verify.
final class SigningKey: Sendable {
    let id: KeyIdentifier
    let modulus: [UInt8]
    let exponent: [UInt8]
    /// The `issuer` member: absent, the authority's template, or one concrete issuer.
    let issuer: [UInt8]?
    /// The `cloud_instance_name` member.
    let cloudInstanceName: [UInt8]?
    private let key: _RSA.Signing.PublicKey

    init?(id: KeyIdentifier, modulus: [UInt8], exponent: [UInt8], issuer: [UInt8]?, cloudInstanceName: [UInt8]?) {
        guard let key = try? _RSA.Signing.PublicKey(n: modulus, e: exponent) else { return nil }
        self.id = id
        self.modulus = modulus
        self.exponent = exponent
        self.issuer = issuer
        self.cloudInstanceName = cloudInstanceName
        self.key = key
    }

    /// How long a signature is, in bytes (RFC 8017 §8.2.2 step 1).
    var signatureSize: Int { modulus.count }

    /// RS256 (RFC 7518 §3.3): a signature as long as the modulus, PKCS #1 v1.5 with SHA-256.
    func verifies(_ signature: [UInt8], over input: ArraySlice<UInt8>) -> Bool {
        key.isValidSignature(
            _RSA.Signing.RSASignature(rawRepresentation: signature), for: SHA256.hash(data: input),
            padding: .insecurePKCS1v1_5)
    }

    /// Whether the numbers are the same and belong to the same issuer and cloud.
    func isSame(as other: SigningKey) -> Bool {
        modulus == other.modulus && exponent == other.exponent && issuer == other.issuer
            && cloudInstanceName == other.cloudInstanceName
    }
}
