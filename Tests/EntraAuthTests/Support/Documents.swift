// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// What an authority publishes.
enum Documents {
    static let keySetURL = Cast.origin + "/" + Cast.tenant + "/discovery/v2.0/keys"

    static func metadata(_ change: (inout JSONObject) -> Void = { _ in }) -> [UInt8] {
        var object: JSONObject = [
            "issuer": .string(Cast.issuer(Cast.tenant)), "jwks_uri": .string(keySetURL),
            "cloud_instance_name": "microsoftonline.com", "id_token_signing_alg_values_supported": ["RS256"],
        ]
        change(&object)
        return JSONValue.object(object).serialized()
    }

    static func keySet(_ keys: TestKey...) -> [UInt8] { keySet(keys.map(\.jwk)) }

    static func keySet(_ keys: [JSONObject]) -> [UInt8] {
        let set: JSONValue = ["keys": .array(keys.map(JSONValue.object))]
        return set.serialized()
    }
}
