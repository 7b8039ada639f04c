// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// A checked authorization request (RFC 6749 §4.1.1, OpenID Connect Core §3.1.2.1).
struct AuthorizeRequest: Sendable {
    let address: ReplyAddress
    let wantsCode: Bool
    let wantsIDToken: Bool
    let scopes: ScopeRequest
    let nonce: String?
    let challenge: PKCEChallenge?
    let prompts: [String]
    let loginHint: String?
    let wantsClientInfo: Bool

    /// - Throws: A refusal that goes to the reply address.
    init(_ parameters: FormParameters, address: ReplyAddress, in directory: TenantDirectory) throws(OAuthError) {
        guard let responseType = parameters["response_type"] else { throw .missing("response_type") }
        let types = Set(responseType.split(separator: " ").map(String.init))
        guard !types.isEmpty, types.isSubset(of: ["code", "id_token"]) else {
            throw OAuthError(
                "unsupported_response_type", 70_005,
                "response_type must be code, id_token or both; access tokens come from the token endpoint.")
        }
        wantsCode = types.contains("code")
        wantsIDToken = types.contains("id_token")
        if let mode = parameters["response_mode"] {
            guard let mode = ResponseMode(rawValue: mode) else {
                throw OAuthError(
                    "invalid_request", 70_007, "response_mode must be query, fragment or form_post.")
            }
            guard mode != .query || !wantsIDToken else {
                throw OAuthError(
                    "invalid_request", 70_007, "'query' is not a supported response mode for tokens; use form_post.")
            }
        }
        guard let scope = parameters["scope"] else { throw .missing("scope") }
        scopes = try ScopeRequest(parsing: scope, in: directory)
        if let api = scopes.api.flatMap(directory.api) {
            do {
                _ = try scopes.delegated(to: address.client, in: api)
            } catch {
                throw OAuthError(
                    error.number == 65_001 ? "consent_required" : error.error, error.number, error.message)
            }
        }
        nonce = parameters["nonce"]
        guard !wantsIDToken || (nonce != nil && scopes.openID.contains("openid")) else {
            throw OAuthError("invalid_request", 50_194, "An ID token needs the scope openid and a nonce.")
        }
        challenge = try PKCEChallenge(parameters)
        prompts = parameters["prompt"]?.split(separator: " ").map(String.init) ?? []
        guard Set(prompts).isSubset(of: ["none", "login", "select_account", "consent"]) else {
            throw OAuthError("invalid_request", 90_023, "prompt must be none, login, select_account or consent.")
        }
        guard prompts.count < 2 || !prompts.contains("none") else {
            throw OAuthError("invalid_request", 90_023, "prompt=none cannot be combined with another value.")
        }
        loginHint = parameters["login_hint"]
        wantsClientInfo = parameters["client_info"] == "1"
        self.address = address
    }
}
