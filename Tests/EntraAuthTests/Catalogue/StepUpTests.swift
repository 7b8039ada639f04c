// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import EntraAuth
import Foundation
import StrictJSON
import Testing

@Suite("Catalogue AUTHZ: guests, authentication context, revocation")
struct StepUpTests {
    @Test("A guest, or a client without certificate, is refused where the route says so", arguments: subjects)
    func subject(row: Row) async throws { try await row.check() }

    @Test("An authentication context that was not met is refused", arguments: contexts)
    func context(row: Row) async throws { try await row.check() }

    private static let members = AuthorizationPolicy.scope("access_as_user").membersOnly()
    private static let certified = AuthorizationPolicy.scope("access_as_user").certificateAuthenticated()
    private static let stepUp = AuthorizationPolicy.scope("access_as_user").authenticationContext("c1")

    private static let subjects: [Row] =
        [
            ("AUTHZ-29 acct 1", [.subjectNotAllowed], ["acct": 1]), ("acct 0", [], ["acct": 0]), ("neither", [], [:]),
            (
                "AUTHZ-29 idp", [.subjectNotAllowed],
                ["idp": "https://sts.windows.net/22222222-2222-4222-8222-222222222222/"]
            ),
            ("AUTHZ-29 live.com", [.subjectNotAllowed], ["idp": "live.com"]),
            ("idp at home", [], ["idp": .string("https://sts.windows.net/\(Cast.tenant)/")]),
            ("idp is the issuer", [], ["idp": .string(Cast.issuer(Cast.tenant))]),
        ].map { (id: String, codes: [AuthError.Code], claims: JSONObject) in
            Row(id, codes, policy: members) { try with(claims) }
        }
        + [
            Row("azpacr 1", .clientNotAllowed, policy: certified) { try Mint.token() },
            Row("azpacr 2", policy: certified) { try with(["azpacr": "2"]) },
            Row("azpacr 2 as a number", .clientNotAllowed, policy: certified) { try with(["azpacr": 2]) },
            Row("azpacr missing", .clientNotAllowed, policy: certified) {
                try Mint.token(payload: { $0["azpacr"] = nil })
            },
            Row("own condition", .subjectNotAllowed, policy: .scope("access_as_user").matching { _ in false }) {
                try Mint.token()
            },
        ]

    private static let contexts: [Row] = [
        Row("AUTHZ-33", .insufficientClaims, policy: stepUp) { try with(["xms_cc": ["cp1"]]) },
        Row("AUTHZ-34", .insufficientClaims, policy: stepUp) { try Mint.token() },
        Row("AUTHZ-35 string", .insufficientClaims, policy: stepUp) { try with(["acrs": "c1"]) },
        Row("AUTHZ-35 C1", .insufficientClaims, policy: stepUp) { try with(["acrs": ["C1"]]) },
        Row("AUTHZ-35 c10", .insufficientClaims, policy: stepUp) { try with(["acrs": ["c10"]]) },
        Row("AUTHZ-35 mixed", .insufficientClaims, policy: stepUp) { try with(["acrs": [1, "c1"]]) },
        Row("c1 met", policy: stepUp) { try with(["acrs": ["c2", "c1"]]) },
        Row("a scope before the context", .insufficientScope, policy: stepUp) {
            try with(["scp": "x", "xms_cc": ["cp1"]])
        },
    ]

    private static func with(_ claims: JSONObject) throws -> String {
        try Mint.token(payload: { payload in
            for claim in claims { payload[claim.name] = claim.value }
        })
    }

    @Test("A client that understands it gets a claims challenge, others a plain 403 (AUTHZ-33, AUTHZ-34)")
    func challenge() async throws {
        let able = try await refusal(["xms_cc": ["CP1"]])
        #expect(able.status == 401)
        let challenge = Challenge(realm: "", authorizationURI: Cast.origin + "/common/oauth2/authorize")
        let field = try #require(challenge?.fieldValue(for: able))
        let parsed = try #require(ParsedChallenge(field))
        #expect(parsed["error"] == "insufficient_claims")
        #expect(parsed["authorization_uri"] == Cast.origin + "/common/oauth2/authorize")
        let claims = try #require(parsed["claims"].flatMap { Data(base64Encoded: $0) })
        #expect(
            String(decoding: claims, as: UTF8.self) == #"{"access_token":{"acrs":{"essential":true,"value":"c1"}}}"#)
        let unable = try await refusal([:])
        #expect(unable.status == 403)
        #expect(challenge?.fieldValue(for: unable) == nil)
    }

    private func refusal(_ claims: JSONObject) async throws -> AuthError {
        let token = BearerToken(try Self.with(claims))
        return try await #require(throws: AuthError.self) {
            try await Bench().validator.validate(token, policy: Self.stepUp)
        }
    }

    @Test("An application cannot step up, so it gets no challenge whatever it says it understands")
    func application() async throws {
        let bench = Bench()
        let token = BearerToken(
            try Mint.token(payload: {
                $0["scp"] = nil
                $0["idtyp"] = "app"
                $0["roles"] = ["Task.Run"]
                $0["xms_cc"] = ["cp1"]
            }))
        let error = try await #require(throws: AuthError.self) {
            try await bench.validator.validate(
                token, policy: .appRoles(anyOf: ["Task.Run"]).authenticationContext("c1"))
        }
        #expect(error.code == .insufficientClaims)
        #expect(error.status == 403)
        #expect(error.claimsChallenge == nil)
        #expect(Challenge(realm: "")?.fieldValue(for: error) == nil)
    }

    @Test("Revoked tokens, users and clients are refused, others not (AUTHZ-37)")
    func revocation() async throws {
        let list = RevocationList()
        let bench = Bench(revocation: list)
        #expect(await bench.code(try Mint.token()) == nil)
        list.revoke(tokenID: "u1")
        #expect(await bench.code(try Mint.token()) == .tokenRevoked)
        let other = try Mint.token(payload: { $0["uti"] = "u2" })
        #expect(await bench.code(other) == nil)
        let tenant = try #require(TenantID(Cast.tenant))
        list.revoke(tenant: tenant, objectID: Cast.object, issuedBefore: Cast.now - 300)
        #expect(await bench.code(other) == nil)
        list.revoke(tenant: tenant, objectID: Cast.object, issuedBefore: Cast.now - 299)
        #expect(await bench.code(other) == .tokenRevoked)
        let newer = try Mint.token(payload: {
            $0["uti"] = "u3"
            $0["iat"] = .integer(Cast.now - 299)
        })
        #expect(await bench.code(newer) == nil)
        list.revoke(clientID: Cast.client)
        #expect(await bench.code(newer) == .tokenRevoked)
    }
}
