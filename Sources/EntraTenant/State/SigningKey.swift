// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import Crypto
import CryptoExtras
import FoundationEssentials
import SwiftASN1
import X509

/// An RSA key that signs tokens, with the self-signed certificate that Entra publishes beside each key.
public struct SigningKey: Sendable {
    /// The key's id, `kid` and `x5t` at once: base64url of the SHA-1 of the certificate, unless ``named(_:)`` says else.
    public private(set) var keyID: String
    /// The certificate in DER.
    public let certificate: [UInt8]
    /// The modulus, big-endian, without leading zeros.
    public let modulus: [UInt8]
    /// The public exponent, big-endian, without leading zeros.
    public let publicExponent: [UInt8]

    let privateKey: _RSA.Signing.PrivateKey

    /// Makes a new key of 2048 bits; takes some tenths of a second.
    ///
    /// - Parameter clock: The time from which the certificate is valid, for five years.
    /// - Throws: ``TenantStateError`` when the key cannot be made.
    public init(generatingAt clock: WallClock = .system) throws(TenantStateError) {
        do {
            let key = try _RSA.Signing.PrivateKey(keySize: .bits2048)
            let name = try DistinguishedName { CommonName("Local Entra tenant token signing") }
            let now = Date(timeIntervalSince1970: Double(clock.now))
            let certificate = try Certificate(
                version: .v3, serialNumber: .init(), publicKey: .init(key.publicKey),
                notValidBefore: now.addingTimeInterval(-86_400),
                notValidAfter: now.addingTimeInterval(5 * 365 * 86_400),
                issuer: name, subject: name, signatureAlgorithm: .sha256WithRSAEncryption,
                extensions: Certificate.Extensions(), issuerPrivateKey: .init(key))
            try self.init(privateKey: key, certificate: certificate.derBytes())
        } catch {
            throw TenantStateError(.keyGeneration, "a signing key could not be made: \(error)")
        }
    }

    init(pem: String, certificatePEM: String) throws {
        try self.init(pem: pem, certificatePEM: certificatePEM, keyID: nil)
    }

    init(pem: String, certificatePEM: String, keyID: String?) throws {
        try self.init(
            privateKey: _RSA.Signing.PrivateKey(pemRepresentation: pem),
            certificate: Certificate(pemEncoded: certificatePEM).derBytes(), keyID: keyID)
    }

    private init(privateKey: _RSA.Signing.PrivateKey, certificate: [UInt8], keyID: String? = nil) throws {
        let numbers = try privateKey.publicKey.getKeyPrimitives()
        self.privateKey = privateKey
        self.certificate = certificate
        self.modulus = [UInt8](numbers.modulus)
        self.publicExponent = [UInt8](numbers.publicExponent)
        self.keyID = keyID ?? Base64URL.encode(Insecure.SHA1.hash(data: certificate))
    }

    /// The same key under another id, to see what an API makes of an id that is used again.
    ///
    /// - Parameter keyID: The id, also `x5t`; Entra's own is the certificate's thumbprint.
    /// - Returns: The renamed key.
    public func named(_ keyID: String) -> SigningKey {
        var key = self
        key.keyID = keyID
        return key
    }

    /// Signs bytes with RSASSA-PKCS1-v1_5 and SHA-256 (`RS256`, RFC 7518 §3.3).
    ///
    /// - Parameter bytes: What is signed.
    /// - Returns: The signature, as long as the modulus.
    /// - Throws: What the cryptographic library throws; it does not for a sound key.
    public func signature(of bytes: [UInt8]) throws -> [UInt8] {
        let signature = try privateKey.signature(for: SHA256.hash(data: bytes), padding: .insecurePKCS1v1_5)
        return [UInt8](signature.rawRepresentation)
    }

    /// Whether a signature of this key stands over the bytes.
    func isValid(_ signature: [UInt8], over bytes: [UInt8]) -> Bool {
        privateKey.publicKey.isValidSignature(
            .init(rawRepresentation: signature), for: SHA256.hash(data: bytes), padding: .insecurePKCS1v1_5)
    }

    /// The certificate as `x5c` holds it: base64 with padding (RFC 7517 §4.7).
    var certificateBase64: String { Data(certificate).base64EncodedString() }

    var pem: String { privateKey.pemRepresentation }

    var certificatePEM: String { PEMDocument(type: "CERTIFICATE", derBytes: certificate).pemString }
}

extension Certificate {
    func derBytes() throws -> [UInt8] {
        var serializer = DER.Serializer()
        try serializer.serialize(self)
        return serializer.serializedBytes
    }
}
