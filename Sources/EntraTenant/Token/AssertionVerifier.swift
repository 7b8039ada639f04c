// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// Checks the assertion of an on-behalf-of request as Entra does (v2-oauth2-on-behalf-of-flow.md).
struct AssertionVerifier: Sendable {
    let mint: TokenMint

    /// The user of an assertion that was issued to the app that presents it.
    func user(of assertion: String, presentedBy client: ClientRegistration) throws(OAuthError) -> DirectoryUser {
        let claims = try verifiedClaims(assertion)
        let now = mint.clock.now
        guard let expires = claims["exp"]?.int64, let starts = claims["nbf"]?.int64, now < expires, starts <= now else {
            throw OAuthError(
                "invalid_grant", 500_133,
                "Assertion is not within its valid time range. Ensure that the access token is not expired before "
                    + "using it for user assertion, or request a new token.")
        }
        let audiences = [client.clientID, mint.directory.api(client.clientID)?.appIDURI].compactMap(\.self)
        guard let audience = claims["aud"]?.string, audiences.contains(audience) else {
            throw OAuthError(
                "invalid_grant", 500_131,
                "Assertion audience does not match the Client app presenting the assertion. The audience in the "
                    + "assertion was '\(Trace.printable(claims["aud"]?.string ?? ""))' and the expected audience is "
                    + "'\(audiences.joined(separator: "' or '"))'.")
        }
        guard claims["azp"] ?? claims["appid"] != nil else {
            throw OAuthError(
                "invalid_grant", 50_013, "Assertion is an ID token; on-behalf-of needs an access token of a user.")
        }
        guard claims["scp"]?.string != nil else {
            throw OAuthError(
                "invalid_grant", 7_000_114,
                "Application '\(client.clientID)' is not allowed to make application on-behalf-of calls. The "
                    + "assertion is an app-only token; use client credentials instead.")
        }
        guard let objectID = claims["oid"]?.string,
            let user = mint.directory.users.first(where: { $0.objectID == objectID })
        else {
            throw OAuthError("invalid_grant", 50_034, "The user of the assertion does not exist in the tenant.")
        }
        return user
    }

    private func verifiedClaims(_ assertion: String) throws(OAuthError) -> JSONValue {
        let refused = OAuthError("invalid_grant", 50_013, "Assertion failed signature validation.")
        let parts = assertion.utf8.split(separator: UInt8(ascii: "."), maxSplits: 3, omittingEmptySubsequences: false)
        guard assertion.utf8.count <= 16_384, parts.count == 3, let header = Base64URL.decode(parts[0]),
            let payload = Base64URL.decode(parts[1]), let signature = Base64URL.decode(parts[2]),
            let head = try? JSONValue(parsing: header), head["alg"]?.string == "RS256", let keyID = head["kid"]?.string,
            let key = mint.keys.published.first(where: { $0.keyID == keyID }),
            key.isValid(signature, over: Array(parts[0]) + [UInt8(ascii: ".")] + Array(parts[1])),
            let claims = try? JSONValue(parsing: payload),
            let issuer = claims["iss"]?.string, [mint.issuer, mint.version1Issuer].contains(issuer)
        else { throw refused }
        return claims
    }
}
