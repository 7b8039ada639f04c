// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// The published keys, in the shape of Entra's `/discovery/v2.0/keys`: an `issuer` for every key and no `alg`.
enum KeySetDocument {
    static func version2(_ segment: TenantSegment, keys: [SigningKey], baseURL: String) -> JSONValue {
        document(keys) { object in
            object["cloud_instance_name"] = .string(MetadataDocument.host(of: baseURL))
            object["issuer"] = .string("\(baseURL)/\(segment.issuerID)/v2.0")
        }
    }

    /// The v1.0 document, whose keys name no issuer.
    static func version1(keys: [SigningKey]) -> JSONValue {
        document(keys) { _ in }
    }

    private static func document(_ keys: [SigningKey], _ complete: (inout JSONObject) -> Void) -> JSONValue {
        [
            "keys": .array(
                keys.map { key in
                    var object = entry(of: key)
                    complete(&object)
                    return .object(object)
                })
        ]
    }

    /// The key as both documents hold it, and as a token's header would (RFC 7517 §4).
    static func entry(of key: SigningKey) -> JSONObject {
        [
            "kty": "RSA",
            "use": "sig",
            "kid": .string(key.keyID),
            "x5t": .string(key.keyID),
            "n": .string(Base64URL.encode(key.modulus)),
            "e": .string(Base64URL.encode(key.publicExponent)),
            "x5c": [.string(key.certificateBase64)],
        ]
    }
}
