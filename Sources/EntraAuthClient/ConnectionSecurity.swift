// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import EntraAuth
import NIOSSL
import Synchronization

/// What https connections have in common: TLS 1.2 or later, and who vouches for servers.
final class ConnectionSecurity: Sendable {
    /// The authorities that are believed; nil for the system's.
    private let authorities: [NIOSSLCertificate]?
    // Made once and late: reading the system's certificates costs milliseconds and megabytes.
    private let made = Mutex<NIOSSLContext?>(nil)

    init(_ trust: TrustRoots) throws(FetchError) {
        guard case .file(let path) = trust else {
            authorities = nil
            return
        }
        guard let certificates = try? NIOSSLCertificate.fromPEMFile(path), !certificates.isEmpty else {
            throw FetchError(.tls, "The certificate authority file \(path) cannot be read or holds no certificate.")
        }
        authorities = certificates
    }

    func context() throws -> NIOSSLContext {
        try made.withLock { made in
            if let made { return made }
            var configuration = TLSConfiguration.makeClientConfiguration()
            configuration.minimumTLSVersion = .tlsv12
            if let authorities { configuration.trustRoots = .certificates(authorities) }
            let context = try NIOSSLContext(configuration: configuration)
            made = context
            return context
        }
    }
}
