// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// The OpenID Connect metadata of a tenant, member for member as Entra writes it.
enum MetadataDocument {
    /// The document below `/{tenant}/v2.0/.well-known/`.
    static func version2(_ segment: TenantSegment, baseURL: String) -> JSONValue {
        document(
            segment, baseURL: baseURL, oauth: "oauth2/v2.0", discovery: "discovery/v2.0",
            issuer: "\(baseURL)/\(segment.issuerID)/v2.0")
    }

    /// The document below `/{tenant}/.well-known/`, whose issuer is that of v1.0 tokens.
    static func version1(_ segment: TenantSegment, baseURL: String) -> JSONValue {
        document(
            segment, baseURL: baseURL, oauth: "oauth2/v2.0", discovery: "discovery",
            issuer: "\(baseURL)/\(segment.issuerID)/")
    }

    private static func document(
        _ segment: TenantSegment, baseURL: String, oauth: String, discovery: String, issuer: String
    ) -> JSONValue {
        let tenant = "\(baseURL)/\(segment.path)"
        return [
            "token_endpoint": .string("\(tenant)/\(oauth)/token"),
            "token_endpoint_auth_methods_supported": ["client_secret_post", "client_secret_basic"],
            "jwks_uri": .string("\(tenant)/\(discovery)/keys"),
            "response_modes_supported": ["query", "fragment", "form_post"],
            "subject_types_supported": ["pairwise"],
            "id_token_signing_alg_values_supported": ["RS256"],
            "response_types_supported": ["code", "id_token", "code id_token"],
            "scopes_supported": .strings(ScopeRequest.openIDScopes),
            "issuer": .string(issuer),
            "request_uri_parameter_supported": false,
            "authorization_endpoint": .string("\(tenant)/\(oauth)/authorize"),
            "http_logout_supported": true,
            "frontchannel_logout_supported": false,
            "end_session_endpoint": .string("\(tenant)/\(oauth)/logout"),
            "claims_supported": .strings([
                "sub", "iss", "cloud_instance_name", "aud", "exp", "iat", "nonce", "preferred_username", "name", "tid",
                "ver", "c_hash",
            ]),
            "code_challenge_methods_supported": ["plain", "S256"],
            "tenant_region_scope": nil,
            "cloud_instance_name": .string(host(of: baseURL)),
        ]
    }

    /// Host and port of the tenant, which stand where Entra has its cloud's name.
    static func host(of baseURL: String) -> String {
        baseURL.firstIndex(of: "/").map { String(baseURL[$0...].drop { $0 == "/" }) } ?? baseURL
    }
}
