// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// The signing keys as `keys.json` holds them.
extension TenantSecrets {
    static func json(_ key: SigningKey) -> JSONValue {
        ["key": .string(key.pem), "certificate": .string(key.certificatePEM), "kid": .string(key.keyID)]
    }

    /// Reads the keys; a file without published keys has the two that sign, each under its thumbprint.
    static func keys(in root: JSONElement) throws -> TenantKeys {
        let current = try key(root["currentSigningKey"], "currentSigningKey")
        let next = try key(root["nextSigningKey"], "nextSigningKey")
        guard let published = root["publishedSigningKeys"] else { return TenantKeys(current: current, next: next) }
        guard let elements = published.elements, elements.count <= TenantKeys.maximumPublished else {
            throw TenantStateError(.fileInvalid, "publishedSigningKeys is no array of at most 32 keys")
        }
        return TenantKeys(
            current: current, next: next,
            published: try elements.map { try key($0, "publishedSigningKeys") })
    }

    private static func key(_ element: JSONElement?, _ name: String) throws -> SigningKey {
        guard let key = element?["key"]?.string, let certificate = element?["certificate"]?.string else {
            throw TenantStateError(.fileInvalid, "\(name) lacks key or certificate")
        }
        return try SigningKey(pem: key, certificatePEM: certificate, keyID: element?["kid"]?.string)
    }
}
