// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import Synchronization

extension TokenEndpoint {
    /// RFC 6749 §4.1.3 with the proof key of RFC 7636 §4.5.
    func redeemCode(_ parameters: FormParameters, _ client: ClientRegistration) throws -> TokenReply {
        guard let name = parameters["code"] else { throw OAuthError.missing("code") }
        let now = core.clock.now
        let code: AuthorizationCode = try core.grants.withLock { grants in
            guard let code = grants.codes.value(named: name, now: now) else {
                throw OAuthError(
                    "invalid_grant", 70_008,
                    "The provided authorization code is expired, unknown, or of another tenant. Sign in again.")
            }
            guard code.clientID == client.clientID else {
                throw OAuthError("invalid_grant", 70_000, "The authorization code was issued to another application.")
            }
            guard !code.isRedeemed else {
                // RFC 6749 §4.1.2: a replayed code takes the tokens that it gave with it.
                grants.refreshTokens.removeAll { $0.origin == name }
                throw OAuthError(
                    "invalid_grant", 54_005, "OAuth2 Authorization code was already redeemed; sign in again.")
            }
            var used = code
            used.isRedeemed = true
            grants.codes.update(name, to: used)
            return code
        }
        guard parameters["redirect_uri"] == code.redirectURI else {
            throw OAuthError(
                "invalid_grant", 500_112,
                "The reply address in the token request does not match the one of the authorization request.")
        }
        try verifyProofKey(parameters["code_verifier"], against: code.challenge)
        var scopes = code.scopes
        if let text = parameters["scope"] {
            let asked = try ScopeRequest(parsing: text, in: core.directory)
            if asked.api != nil { scopes = asked.addingOpenID(of: code.scopes) }
        }
        return try delegatedReply(
            scopes, user: try user(withID: code.userID), client: client, parameters: parameters, nonce: code.nonce,
            origin: name)
    }

    private func verifyProofKey(_ verifier: String?, against challenge: PKCEChallenge?) throws(OAuthError) {
        switch (challenge, verifier) {
        case (nil, nil): return
        case (nil, _?):
            throw OAuthError(
                "invalid_grant", 501_481,
                "code_verifier is given, but the authorization request had no code_challenge.")
        case (_?, nil):
            throw OAuthError("invalid_grant", 50_148, "code_verifier is missing; the code was asked for with PKCE.")
        case (let challenge?, let verifier?):
            guard challenge.accepts(verifier) else {
                throw OAuthError(
                    "invalid_grant", 501_481,
                    "The Code_Verifier does not match the code_challenge supplied in the authorization request.")
            }
        }
    }

    /// RFC 6749 §6; each use gives a new token, and the old one stays valid until it expires, as in Entra.
    func refresh(_ parameters: FormParameters, _ client: ClientRegistration) throws -> TokenReply {
        guard let token = parameters["refresh_token"] else { throw OAuthError.missing("refresh_token") }
        let now = core.clock.now
        guard let grant = core.grants.withLock({ $0.refreshTokens.value(named: token, now: now) }),
            grant.clientID == client.clientID
        else {
            throw OAuthError(
                "invalid_grant", 700_082,
                "The refresh token is unknown, expired, or of another application. A restart of the local tenant "
                    + "forgets refresh tokens; sign in again.")
        }
        var scopes = grant.scopes
        if let text = parameters["scope"] {
            let asked = try ScopeRequest(parsing: text, in: core.directory)
            if asked.api != nil { scopes = asked.addingOpenID(of: grant.scopes) }
        }
        return try delegatedReply(
            scopes, user: try user(withID: grant.userID), client: client, parameters: parameters, origin: grant.origin)
    }

    /// RFC 6749 §4.3, for tests without a browser.
    func password(_ parameters: FormParameters, _ client: ClientRegistration) throws -> TokenReply {
        guard let name = parameters["username"] else { throw OAuthError.missing("username") }
        guard let password = parameters["password"] else { throw OAuthError.missing("password") }
        guard let text = parameters["scope"] else { throw OAuthError.missing("scope") }
        guard let user = SignIn(directory: core.directory).user(name: name, password: password) else {
            throw OAuthError("invalid_grant", 50_126, SignIn.refusal)
        }
        let scopes = try ScopeRequest(parsing: text, in: core.directory)
        return try delegatedReply(scopes, user: user, client: client, parameters: parameters)
    }
}
