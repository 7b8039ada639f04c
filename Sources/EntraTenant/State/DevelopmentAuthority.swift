// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import Crypto
import FoundationEssentials
import SwiftASN1
import X509

/// A certificate authority of this machine alone, which can name no other DNS host than `localhost`.
struct DevelopmentAuthority: Sendable {
    let key: P256.Signing.PrivateKey
    let certificate: Certificate

    init(generatingAt now: Int64) throws {
        let key = P256.Signing.PrivateKey()
        let name = try DistinguishedName {
            CommonName("Local Entra tenant development CA \(Hex.text(UInt8.random(in: .min ... .max)))")
        }
        let publicKey = Certificate.PublicKey(key.publicKey)
        let start = Date(timeIntervalSince1970: Double(now))
        self.key = key
        self.certificate = try Certificate(
            version: .v3, serialNumber: .init(), publicKey: publicKey,
            notValidBefore: start.addingTimeInterval(-86_400),
            notValidAfter: start.addingTimeInterval(10 * 365 * 86_400),
            issuer: name, subject: name, signatureAlgorithm: .ecdsaWithSHA256,
            extensions: Certificate.Extensions {
                Critical(BasicConstraints.isCertificateAuthority(maxPathLength: 0))
                Critical(KeyUsage(keyCertSign: true, cRLSign: true))
                // Only DNS names: BoringSSL refuses a chain with IP constraints as unsupported.
                Critical(NameConstraints(permittedDNSDomains: ["localhost"]))
                SubjectKeyIdentifier(hash: publicKey)
            },
            issuerPrivateKey: .init(key))
    }

    init(pem: String, certificatePEM: String) throws {
        key = try P256.Signing.PrivateKey(pemRepresentation: pem)
        certificate = try Certificate(pemEncoded: certificatePEM)
    }

    var certificatePEM: String {
        get throws { try certificate.serializeAsPEM().pemString + "\n" }
    }

    /// Issues a certificate for `localhost`, `127.0.0.1` and `::1`.
    func issueServerCertificate(at now: Int64) throws -> ServerCertificate {
        let key = P256.Signing.PrivateKey()
        let start = Date(timeIntervalSince1970: Double(now))
        let publicKey = Certificate.PublicKey(key.publicKey)
        let authorityKey = try certificate.extensions.subjectKeyIdentifier?.keyIdentifier
        let server = try Certificate(
            version: .v3, serialNumber: .init(), publicKey: publicKey,
            notValidBefore: start.addingTimeInterval(-86_400),
            notValidAfter: min(start.addingTimeInterval(397 * 86_400), certificate.notValidAfter),
            issuer: certificate.subject, subject: DistinguishedName { CommonName("localhost") },
            signatureAlgorithm: .ecdsaWithSHA256,
            extensions: Certificate.Extensions {
                Critical(BasicConstraints.notCertificateAuthority)
                Critical(KeyUsage(digitalSignature: true))
                try ExtendedKeyUsage([.serverAuth])
                SubjectKeyIdentifier(hash: publicKey)
                AuthorityKeyIdentifier(keyIdentifier: authorityKey)
                SubjectAlternativeNames([
                    .dnsName("localhost"),
                    .ipAddress(ASN1OctetString(contentBytes: [127, 0, 0, 1])),
                    .ipAddress(ASN1OctetString(contentBytes: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1])),
                ])
            },
            issuerPrivateKey: .init(self.key))
        return ServerCertificate(key: key, certificate: server)
    }
}
