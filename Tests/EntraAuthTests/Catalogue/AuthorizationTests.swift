// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import EntraAuth
import StrictJSON
import Testing

@Suite("Catalogue AUTHZ: scopes, roles, kinds")
struct AuthorizationTests {
    @Test("A token without the right scope is refused", arguments: scopes)
    func scope(row: Row) async throws { try await row.check() }

    @Test("A token of the wrong kind is refused", arguments: kinds)
    func kind(row: Row) async throws { try await row.check() }

    @Test("A token without the right role or client is refused", arguments: roles)
    func role(row: Row) async throws { try await row.check() }

    private static let scopes: [Row] =
        [
            "access_as_user2", "xaccess_as_user", "Access_As_User", "acce\u{17F}s_as_user",
            "api://\(Cast.api)/access_as_user",
            "a,access_as_user", "a\taccess_as_user", "a\naccess_as_user", "a\u{A0}access_as_user",
            "a\u{3000}access_as_user", "a \u{301}access_as_user", "access_as_user\u{301}", "",
            " ",
        ].map { scope in
            Row("AUTHZ-01…08 \(scope.debugDescription)", .insufficientScope) { try with("scp", .string(scope)) }
        }
        + [JSONValue.array(["access_as_user"]), ["access_as_user": true], 1, true, .null].map { value in
            Row("AUTHZ-09/10", .claimInvalid) { try with("scp", value) }
        }
        + ["access_as_user\u{0}", "access_as_user \u{0}", "\u{0} access_as_user"].map { scope in
            Row("U+0000 in scp", .claimInvalid) { try with("scp", .string(scope)) }
        }
        + [
            "scope", "http://schemas.microsoft.com/identity/claims/scope",
            "https://schemas.microsoft.com/identity/claims/scope",
        ]
        .map { name in
            Row("AUTHZ-15 \(name)", .insufficientScope) {
                try Mint.token(payload: {
                    $0["scp"] = nil
                    $0[name] = "access_as_user"
                })
            }
        }
        + [
            Row("AUTHZ-07") { try with("scp", "  a  access_as_user ") },
            Row("one of two", policy: .scopes(anyOf: ["x", "access_as_user"])) { try Mint.token() },
            Row("none of two", .insufficientScope, policy: .scopes(anyOf: ["x", "y"])) { try Mint.token() },
            Row("one of all", .insufficientScope, policy: .scopes(allOf: ["x", "access_as_user"])) { try Mint.token() },
            Row("all of all", policy: .scopes(allOf: ["x", "access_as_user"])) { try with("scp", "access_as_user x") },
            Row("a scope given as a URI", policy: .scope("api://\(Cast.api)/access_as_user")) { try Mint.token() },
            Row("AUTHZ-36 no scopes", .insufficientScope, policy: .scopes(anyOf: [])) { try Mint.token() },
            Row("AUTHZ-36 all of none", .insufficientScope, policy: .scopes(allOf: [])) { try Mint.token() },
            Row("AUTHZ-30") { try with("preferred_username", "admin@contoso.example") },
            Row("AUTHZ-38") { try with("actort", "eyJhbGciOiJub25lIn0.e30.") },
        ]

    private static let kinds: [Row] = [
        Row("AUTHZ-12", .delegatedRequired) { try application() },
        Row("AUTHZ-13", .delegatedRequired) { try application(roles: ["access_as_user"]) },
        Row("AUTHZ-12 no idtyp", .delegatedRequired) { try application { $0["idtyp"] = nil } },
        Row("AUTHZ-14", .insufficientScope, .delegatedRequired) {
            try Mint.token(payload: {
                $0["scp"] = nil
                $0["roles"] = ["access_as_user"]
            })
        },
        Row("AUTHZ-16", .tokenKindInvalid) { try with("idtyp", "app") },
        Row("AUTHZ-17 device", .tokenKindInvalid) { try with("idtyp", "device") },
        Row("AUTHZ-17 APP", .tokenKindInvalid) { try with("idtyp", "APP") },
        Row("AUTHZ-17 App, no scope", .tokenKindInvalid) { try application { $0["idtyp"] = "App" } },
        Row("AUTHZ-17 number", .claimInvalid) { try with("idtyp", 1) },
        Row("idtyp user") { try with("idtyp", "user") },
        Row("AUTHZ-18", .tokenKindInvalid) { try identity() },
        Row("AUTHZ-18 no nonce", .tokenKindInvalid) { try identity { $0["nonce"] = nil } },
        Row("nonce in an access token", .tokenKindInvalid) { try with("nonce", "n") },
        Row("at_hash in an access token", .tokenKindInvalid) { try with("at_hash", "n") },
        Row("c_hash in an access token", .tokenKindInvalid) { try with("c_hash", "n") },
        Row("AUTHZ-20", .tokenKindInvalid, policy: .userRoles(anyOf: ["Admin"])) { try identity() },
        Row("AUTHZ-20 app role", .tokenKindInvalid, policy: .appRoles(anyOf: ["Admin"])) { try identity() },
        Row("an empty scope makes no user", .insufficientRole, policy: .userRoles(anyOf: ["Admin"])) {
            try Mint.token(payload: {
                $0["scp"] = ""
                $0["roles"] = ["Admin"]
            })
        },
        Row("spaces make no user", .insufficientRole, policy: .userRoles(anyOf: ["Admin"])) {
            try Mint.token(payload: {
                $0["scp"] = "  "
                $0["roles"] = ["Admin"]
            })
        },
    ]

    private static let roles: [Row] = [
        Row("AUTHZ-21", .appRequired, policy: task) { try with("roles", ["Task.Run"]) },
        Row("AUTHZ-22", .claimInvalid, policy: task) { try application { $0["roles"] = "Task.Run" } },
        Row("AUTHZ-22 mixed", .claimInvalid, policy: task) { try application(roles: ["Task.Run", 1]) },
        Row("U+0000 in roles", .claimInvalid, policy: task) { try application(roles: ["Task.Run", "\u{0}"]) },
        Row("U+0000 in idtyp", .claimInvalid, policy: task) { try application { $0["idtyp"] = "app\u{0}" } },
        Row("AUTHZ-23", .insufficientRole, policy: task) { try application(roles: ["Task.Run2"]) },
        Row("AUTHZ-23 case", .insufficientRole, policy: task) { try application(roles: ["task.run"]) },
        Row("AUTHZ-23 joined", .insufficientRole, policy: task) { try application(roles: ["Other Task.Run"]) },
        Row("AUTHZ-23 twin", .insufficientRole, policy: .appRoles(anyOf: ["K"])) {
            try application(roles: ["\u{212A}"])
        },
        Row("no roles", .insufficientRole, policy: task) { try application() },
        Row("a role", policy: task) { try application(roles: ["Other", "Task.Run"]) },
        Row("all roles", policy: .appRoles(allOf: ["A", "B"])) { try application(roles: ["B", "A"]) },
        Row("one of all roles", .insufficientRole, policy: .appRoles(allOf: ["A", "B"])) {
            try application(roles: ["A"])
        },
        Row("no policy roles", .insufficientRole, policy: .appRoles(anyOf: [])) { try application(roles: ["A"]) },
        Row("AUTHZ-31", .insufficientRole, policy: .userRoles(anyOf: ["62e90394-69f5-4237-9190-012177145e10"])) {
            try with("wids", ["62e90394-69f5-4237-9190-012177145e10"])
        },
        Row("AUTHZ-31 groups", .insufficientRole, policy: .userRoles(anyOf: ["Admin"])) {
            try with("groups", ["Admin"])
        },
        Row("a user's role", policy: .userRoles(anyOf: ["Admin"])) { try with("roles", ["Admin"]) },
        Row("an application's role on a user's route", .delegatedRequired, policy: .userRoles(anyOf: ["Admin"])) {
            try application(roles: ["Admin"])
        },
        Row("AUTHZ-26", .clientNotAllowed, policy: .scope("access_as_user").clients([Cast.client])) {
            try with("azp", .string(Cast.otherClient))
        },
        Row("AUTHZ-26 allowed", policy: .scope("access_as_user").clients([Cast.client])) { try Mint.token() },
        Row("AUTHZ-26 case", .clientNotAllowed, policy: .scope("access_as_user").clients([Cast.client])) {
            try with("azp", .string(Cast.client.uppercased()))
        },
        Row("AUTHZ-26 nobody", .clientNotAllowed, policy: .scope("access_as_user").clients([])) { try Mint.token() },
        Row("AUTHZ-32") {
            try Mint.payloadWith(
                #""hasgroups":true,"_claim_names":{"groups":"src1"},"#
                    + #""_claim_sources":{"src1":{"endpoint":"http://169.254.169.254/"}}"#)
        },
    ]

    private static let task = AuthorizationPolicy.appRoles(anyOf: ["Task.Run"])

    private static func with(_ name: String, _ value: JSONValue) throws -> String {
        try Mint.token(payload: { $0[name] = .some(value) })
    }

    private static func application(
        roles: JSONValue? = nil, _ change: (inout JSONObject) -> Void = { _ in }
    ) throws -> String {
        try Mint.token(payload: {
            $0["scp"] = nil
            $0["idtyp"] = "app"
            $0["sub"] = .string(Cast.object)
            $0["roles"] = roles
            change(&$0)
        })
    }

    private static func identity(_ change: (inout JSONObject) -> Void = { _ in }) throws -> String {
        try Mint.token(payload: {
            $0["scp"] = nil
            $0["azp"] = nil
            $0["nonce"] = "n"
            $0["roles"] = ["Admin"]
            change(&$0)
        })
    }

    @Test("A policy that admits nobody says so (AUTHZ-36)")
    func problems() {
        #expect(!AuthorizationPolicy.scopes(anyOf: []).problems.isEmpty)
        #expect(!AuthorizationPolicy.scope("two words").problems.isEmpty)
        #expect(!AuthorizationPolicy.scope("quote\"").problems.isEmpty)
        #expect(!AuthorizationPolicy.appRoles(anyOf: [""]).problems.isEmpty)
        #expect(AuthorizationPolicy.scope("access_as_user").problems.isEmpty)
    }
}
