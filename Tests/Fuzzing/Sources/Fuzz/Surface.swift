// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import EntraAuth
import Foundation
import StrictJSON

/// A place where bytes from outside come in.
struct Surface: Sendable {
    let read: @Sendable (ArraySlice<UInt8>, Material) -> Void

    /// The first octet of an input counts through these.
    static let all: [Surface] = [
        header, editedHeader, payload, editedPayload, segments, editedToken, keySet, editedKeySet, metadata,
        editedMetadata, authorization, json, signedPayload,
    ]

    private static let header = Surface { judge($1.unsigned(header: $0, payload: $1.payload), $1) }
    private static let editedHeader = Surface {
        judge($1.unsigned(header: edited($1.header, by: $0), payload: $1.payload), $1)
    }
    private static let payload = Surface { inspect($1.unsigned(payload: $0), $1) }
    private static let editedPayload = Surface {
        inspect($1.unsigned(payload: edited($1.payload, by: $0)), $1)
    }
    /// The input's bytes as the token itself.
    private static let segments = Surface { judge(Array($0), $1) }
    private static let editedToken = Surface { judge(edited($1.token, by: $0), $1) }
    private static let keySet = Surface { fetch(metadata: $1.metadata, keySet: Array($0), $1) }
    private static let editedKeySet = Surface { fetch(metadata: $1.metadata, keySet: edited($1.keySet, by: $0), $1) }
    private static let metadata = Surface { fetch(metadata: Array($0), keySet: $1.keySet, $1) }
    private static let editedMetadata = Surface {
        fetch(metadata: edited($1.metadata, by: $0), keySet: $1.keySet, $1)
    }

    /// Field lines, split at line feeds.
    private static let authorization = Surface { input, _ in
        let lines = input.split(separator: 0x0A, omittingEmptySubsequences: false).map {
            String(decoding: $0, as: UTF8.self)
        }
        guard (try? BearerToken(authorization: lines)) != nil else { return }
        let text = Array(lines[0].utf8)
        require(lines.count == 1 && text.allSatisfy { 0x20...0x7E ~= $0 }, "a malformed header is taken")
        require(text.prefix(7).map { $0 | 0x20 } == Array("bearer ".utf8), "another scheme is taken")
    }

    private static let json = Surface { input, _ in
        guard let value = try? JSONValue(parsing: Array(input)) else { return }
        for options: JSONWriter.Options in [.compact, .pretty] {
            let again = try? JSONValue(parsing: value.serialized(options))
            require(again == value, "JSON does not survive a round trip")
        }
    }

    /// Signing costs a thousand refusals, so only every 256th input of this surface is signed.
    private static let signedPayload = Surface { input, material in
        guard input.first == 0 else { return }
        let payload = edited(material.payload, by: input.dropFirst())
        guard let token = try? material.signed(payload: payload), outcome(token, material.validator) == nil else {
            return
        }
        let claims = try? JSONSerialization.jsonObject(with: Data(payload)) as? [String: Any]
        require(
            claims?["aud"] as? String == Material.api && claims?["iss"] as? String == Material.issuer
                && claims?["tid"] as? String == Material.tenant && claims?["ver"] as? String == "2.0",
            "a token with other claims is accepted")
    }
}
