// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import Crypto
import FoundationEssentials
import StrictJSON
import X509

/// All private material of a tenant: one file, so that it is there as a whole or not at all.
struct TenantSecrets: Sendable {
    var keys: TenantKeys
    var authority: DevelopmentAuthority
    var server: ServerCertificate

    init(generatingAt clock: WallClock) throws(TenantStateError) {
        keys = try TenantKeys(generatingAt: clock)
        do {
            authority = try DevelopmentAuthority(generatingAt: clock.now)
            server = try authority.issueServerCertificate(at: clock.now)
        } catch {
            throw TenantStateError(.keyGeneration, "the development certificates could not be made: \(error)")
        }
    }

    init(json text: [UInt8], file: String) throws(TenantStateError) {
        do {
            let root = try JSONDocument(parsing: text).root
            func pair<T>(_ name: String, _ make: (String, String) throws -> T) throws -> T {
                guard let key = root[name]?["key"]?.string, let certificate = root[name]?["certificate"]?.string else {
                    throw TenantStateError(.fileInvalid, "\(name) lacks key or certificate")
                }
                return try make(key, certificate)
            }
            keys = try Self.keys(in: root)
            authority = try pair("certificateAuthority", DevelopmentAuthority.init(pem:certificatePEM:))
            server = try pair("server", ServerCertificate.init(pem:certificatePEM:))
        } catch {
            throw TenantStateError(.fileInvalid, "\(file) is damaged (\(error)); delete it to start with new keys")
        }
    }

    /// Replaces what is about to expire.
    ///
    /// - Returns: Whether anything was replaced.
    mutating func renew(at now: Int64) throws(TenantStateError) -> Bool {
        do {
            let authorityEnds = authority.certificate.notValidAfter.timeIntervalSince1970
            let authorityIsFresh = authorityEnds > Double(now) + 365 * 86_400
            if authorityIsFresh, server.isFresh(at: now) { return false }
            if !authorityIsFresh { authority = try DevelopmentAuthority(generatingAt: now) }
            server = try authority.issueServerCertificate(at: now)
            return true
        } catch {
            throw TenantStateError(.keyGeneration, "the https certificate could not be renewed: \(error)")
        }
    }

    func json() throws -> [UInt8] {
        func pair(_ key: String, _ certificate: String) -> JSONValue {
            ["key": .string(key), "certificate": .string(certificate)]
        }
        let value: JSONValue = [
            "currentSigningKey": Self.json(keys.current),
            "nextSigningKey": Self.json(keys.next),
            "publishedSigningKeys": .array(keys.published.map(Self.json)),
            "certificateAuthority": pair(authority.key.pemRepresentation, try authority.certificatePEM),
            "server": pair(server.key.pemRepresentation, try server.certificatePEM),
        ]
        return value.serialized(.pretty) + [UInt8(ascii: "\n")]
    }
}
