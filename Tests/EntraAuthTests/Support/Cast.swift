// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import EntraAuth
import StrictJSON

/// The names that tokens of the catalogue are made of.
enum Cast {
    static let now: Int64 = 1_800_000_000
    static let tenant = "11111111-1111-4111-8111-111111111111"
    static let foreignTenant = "22222222-2222-4222-8222-222222222222"
    static let personalTenant = "9188040d-6c67-4c5b-b112-36a304b66dad"
    /// A tenant whose id has letters.
    static let letteredTenant = "abcdefab-cdef-4abc-8def-abcdefabcdef"
    static let api = "aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa"
    static let client = "c1c1c1c1-c1c1-4c1c-8c1c-c1c1c1c1c1c1"
    static let otherClient = "c2c2c2c2-c2c2-4c2c-8c2c-c2c2c2c2c2c2"
    static let object = "0b0b0b0b-0b0b-4b0b-8b0b-0b0b0b0b0b0b"
    static let subject = "s1-pairwise-subject"
    static let origin = "https://login.microsoftonline.com"
    static let templatedIssuer = origin + "/{tenantid}/v2.0"

    static func issuer(_ tenant: String) -> String { "\(origin)/\(tenant)/v2.0" }

    static func tenants(_ ids: String...) -> TenantPolicy { .list(ids.compactMap { TenantID($0) }) }

    /// The header of a good token.
    static let header: JSONObject = ["typ": "JWT", "alg": "RS256", "kid": "k1"]

    /// The claims of a good user token.
    static let payload: JSONObject = [
        "aud": .string(api), "iss": .string(issuer(tenant)), "iat": .integer(now - 300), "nbf": .integer(now - 300),
        "exp": .integer(now + 3_600), "azp": .string(client), "azpacr": "1", "oid": .string(object),
        "sub": .string(subject), "tid": .string(tenant), "scp": "access_as_user", "uti": "u1", "ver": "2.0",
    ]
}
