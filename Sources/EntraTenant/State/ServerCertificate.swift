// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import Crypto
import FoundationEssentials
import SwiftASN1
import X509

/// The certificate with which the tenant answers https, and its key.
struct ServerCertificate: Sendable {
    let key: P256.Signing.PrivateKey
    let certificate: Certificate

    init(key: P256.Signing.PrivateKey, certificate: Certificate) {
        self.key = key
        self.certificate = certificate
    }

    init(pem: String, certificatePEM: String) throws {
        key = try P256.Signing.PrivateKey(pemRepresentation: pem)
        certificate = try Certificate(pemEncoded: certificatePEM)
    }

    var certificatePEM: String {
        get throws { try certificate.serializeAsPEM().pemString + "\n" }
    }

    /// Whether it will still be valid thirty days from now.
    func isFresh(at now: Int64) -> Bool {
        certificate.notValidBefore.timeIntervalSince1970 <= Double(now)
            && certificate.notValidAfter.timeIntervalSince1970 > Double(now) + 30 * 86_400
    }
}
