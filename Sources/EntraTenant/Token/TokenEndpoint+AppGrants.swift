// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

extension TokenEndpoint {
    /// RFC 6749 §4.4; Entra wants `{resource}/.default` (v2-oauth2-client-creds-grant-flow.md).
    func clientCredentials(_ parameters: FormParameters, _ client: ClientRegistration) throws -> TokenReply {
        guard client.secret != nil else {
            throw OAuthError(
                "unauthorized_client", 700_027, "A public client cannot use client credentials; give it a secret.")
        }
        guard let text = parameters["scope"] else { throw OAuthError.missing("scope") }
        let scopes = try ScopeRequest(parsing: text, in: core.directory)
        guard scopes.isDefault, let api = scopes.api.flatMap(core.directory.api) else {
            throw OAuthError(
                "invalid_scope", 1_002_012,
                "The provided value for scope is not valid. Client credential flows must have a scope value with "
                    + "/.default suffixed to the resource identifier (application ID URI).")
        }
        return TokenReply(
            accessToken: try core.mint.appToken(client: client, api: api, roles: client.roles(of: api)))
    }

    /// RFC 7523 §2.1 in the form of v2-oauth2-on-behalf-of-flow.md.
    func onBehalfOf(_ parameters: FormParameters, _ client: ClientRegistration) throws -> TokenReply {
        guard parameters["requested_token_use"] == "on_behalf_of" else {
            throw OAuthError("invalid_request", 900_144, "requested_token_use must be on_behalf_of.")
        }
        guard let assertion = parameters["assertion"] else { throw OAuthError.missing("assertion") }
        guard let text = parameters["scope"] else { throw OAuthError.missing("scope") }
        guard client.secret != nil else {
            throw OAuthError("unauthorized_client", 700_027, "A public client cannot act on behalf of a user.")
        }
        let user = try AssertionVerifier(mint: core.mint).user(of: assertion, presentedBy: client)
        let scopes = try ScopeRequest(parsing: text, in: core.directory)
        return try delegatedReply(scopes, user: user, client: client, parameters: parameters)
    }
}
