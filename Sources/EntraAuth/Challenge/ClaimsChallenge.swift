// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// What a client must ask Entra for before it comes back (`spec §11`, claims challenge).
public struct ClaimsChallenge: Sendable, Hashable {
    /// The value of the `claims` request parameter: compact JSON.
    public let json: String

    /// The user must meet an authentication context.
    static func authenticationContext(_ id: String) -> ClaimsChallenge {
        ClaimsChallenge("acrs", id)
    }

    /// The token must be issued after a moment.
    static func issuedAfter(_ unixTime: Int64) -> ClaimsChallenge {
        ClaimsChallenge("nbf", "\(unixTime)")
    }

    private init(_ claim: String, _ value: String) {
        let demand: JSONValue = ["essential": true, "value": .string(value)]
        let document: JSONValue = ["access_token": .object([claim: demand])]
        json = String(decoding: document.serialized(), as: UTF8.self)
    }
}
