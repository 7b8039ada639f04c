// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import Crypto
import CryptoExtras
import FoundationEssentials

/// Signatures that RS256 does not allow.
extension SigningKey {
    /// The public key as attackers feed it to HMAC: SPKI in PEM, without a line break at the end.
    var publicKeyPEM: String {
        var text = privateKey.publicKey.pemRepresentation
        while text.utf8.last == UInt8(ascii: "\n") { text.removeLast() }
        return text
    }

    /// A signature over any digest, with any padding.
    func signature(of digest: some Digest, padding: _RSA.Signing.Padding = .insecurePKCS1v1_5) throws -> [UInt8] {
        [UInt8](try privateKey.signature(for: digest, padding: padding).rawRepresentation)
    }

    /// The bare RSA operation on a block as long as the modulus.
    ///
    /// Blind signing is the library's only way to it: the blinded message is raised to the private exponent as it is.
    func power(of block: [UInt8]) throws -> [UInt8] {
        let key = try _RSA.BlindSigning.PrivateKey<SHA384>(
            pemRepresentation: pem, parameters: .RSABSSA_SHA384_PSS_Randomized)
        return [UInt8](try key.blindSignature(for: Data(block)).rawRepresentation)
    }

    /// The block of PKCS #1 v1.5 around a content (RFC 8017 §9.2), or one like it.
    func block(_ content: [UInt8], type: UInt8 = 1, padding: UInt8 = 0xFF) -> [UInt8] {
        let count = max(0, modulus.count - 3 - content.count)
        return [0, type] + [UInt8](repeating: padding, count: count) + [0] + content
    }
}
