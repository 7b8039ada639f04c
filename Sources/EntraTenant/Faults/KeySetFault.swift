// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// What can be wrong with the keys of a set, each key alone being well-formed JSON.
enum KeySetFault: Sendable {
    case thinSets
    case duplicateKid
    case unusableKeys
    case empty

    /// The set as it is sent; `number` counts the answers with this fault from 0.
    func apply(to document: JSONValue, keys: TenantKeys, number: Int) -> JSONValue {
        let entries = document["keys"]?.array ?? []
        switch self {
        case .thinSets:
            return set(entries.isEmpty ? [] : [entries[number % entries.count]])
        case .duplicateKid:
            var twin = KeySetDocument.entry(of: keys.next)
            twin["kid"] = .string(keys.current.keyID)
            return set([.object(twin)] + entries)
        case .unusableKeys:
            return set(Self.unusable(beside: keys.current).map(JSONValue.object) + entries)
        case .empty:
            return set([])
        }
    }

    private func set(_ entries: [JSONValue]) -> JSONValue { ["keys": .array(entries)] }

    private static func unusable(beside key: SigningKey) -> [JSONObject] {
        var small = KeySetDocument.entry(of: key)
        small["kid"] = "unusable-1024-bits"
        var modulus = Array(key.modulus.prefix(128))
        if let last = modulus.popLast() { modulus.append(last | 1) }
        small["n"] = .string(Base64URL.encode(modulus))
        var exponent = KeySetDocument.entry(of: key)
        exponent["kid"] = "unusable-e-3"
        exponent["e"] = "Aw"
        var isPrivate = KeySetDocument.entry(of: key)
        isPrivate["kid"] = "unusable-private"
        isPrivate["d"] = "AQ"
        var encryption = KeySetDocument.entry(of: key)
        encryption["kid"] = "unusable-enc"
        encryption["use"] = "enc"
        return [
            ["kty": "oct", "use": "sig", "kid": "unusable-oct", "k": "c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0LXNlY3JldA"],
            // The key that signs stays usable beside an elliptic-curve key of its id: the point is the base of P-256.
            [
                "kty": "EC", "use": "sig", "kid": .string(key.keyID), "crv": "P-256",
                "x": "axfR8uEsQkf4vOblY6RA8ncDfYEt6zOg9KE5RdiYwpY", "y": "T-NC4v4af5uO5-tKfA-eFivOM1drMV7Oy7ZAaDe_UfU",
            ],
            [
                "kty": "OKP", "use": "sig", "kid": "unusable-okp", "crv": "Ed25519",
                "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo",
            ],
            small, exponent, isPrivate, encryption,
        ]
    }
}
