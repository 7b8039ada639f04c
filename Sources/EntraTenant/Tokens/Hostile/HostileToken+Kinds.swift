// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// AUTHZ: tokens of users, of applications, and ID tokens (optional-claims-reference.md, `idtyp`).
extension HostileToken {
    static let kinds: [HostileToken] =
        [
            HostileToken("AUTHZ-12", "an application without roles at a user's endpoint", .delegatedRequired) {
                try $0.token($0.applicationClaims(roles: []))
            },
            HostileToken("AUTHZ-13", "an application with a role named like the scope", .delegatedRequired) {
                try $0.token($0.applicationClaims(roles: [$0.scope]))
            },
            HostileToken("AUTHZ-14", "a user without scope and with a role named like it", .insufficientScope) { mint in
                try mint.token(payload: {
                    $0["scp"] = nil
                    $0["roles"] = [.string(mint.scope)]
                })
            },
            HostileToken("AUTHZ-16", "a scope and idtyp app together", .tokenKindInvalid) {
                try $0.token("idtyp", "app")
            },
            HostileToken("AUTHZ-17/1", "idtyp device", .tokenKindInvalid) { try $0.token("idtyp", "device") },
            HostileToken("AUTHZ-17/2", "idtyp APP", .tokenKindInvalid) { try $0.token("idtyp", "APP") },
            HostileToken("AUTHZ-17/3", "idtyp a number", .claimInvalid) { try $0.token("idtyp", 1) },
            HostileToken("AUTHZ-18", "an ID token for the same app", .tokenKindInvalid) { try identity($0) },
            HostileToken("AUTHZ-20", "an ID token with the role", .tokenKindInvalid, on: .userRole) {
                try identity($0)
            },
            HostileToken("AUTHZ-21", "a user with the role at an application's endpoint", .appRequired, on: .appRole) {
                try $0.token("roles", [.string($0.role)])
            },
            HostileToken("AUTHZ-26", "a client that is not on the list", .clientNotAllowed, on: .knownClient) {
                try $0.token("azp", "c2c2c2c2-c2c2-4c2c-8c2c-c2c2c2c2c2c2")
            },
            HostileToken("AUTHZ-29/1", "a guest, by acct", .subjectNotAllowed, on: .membersOnly) {
                try $0.token("acct", 1)
            },
            HostileToken("AUTHZ-29/2", "a guest, by idp", .subjectNotAllowed, on: .membersOnly) {
                try $0.token("idp", .string("https://sts.windows.net/\(foreignTenant)/"))
            },
            HostileToken(
                "AUTHZ-33", "a step-up that the client can do", .insufficientClaims, on: .authenticationContext
            ) {
                try $0.token("xms_cc", ["cp1"])
            },
            HostileToken(
                "AUTHZ-34", "a step-up that the client cannot do", .insufficientClaims, status: 403,
                on: .authenticationContext
            ) { try $0.token() },
        ]
        + family(
            "AUTHZ-35", "an acrs that is not the one", .insufficientClaims, status: 403, on: .authenticationContext,
            [("a string", JSONValue.string("c1")), ("C1", ["C1"]), ("c10", ["c10"])]
        ) { try $0.token("acrs", $1) }

    /// An ID token whose audience is the API.
    private static func identity(_ mint: HostileMint) throws -> String {
        try mint.token(payload: {
            $0["scp"] = nil
            $0["azp"] = nil
            $0["azpacr"] = nil
            $0["nonce"] = "n"
            $0["roles"] = [.string(mint.role)]
        })
    }
}
