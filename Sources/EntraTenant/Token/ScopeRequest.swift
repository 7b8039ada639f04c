// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// What a request's `scope` asks for: OpenID scopes, and scopes of at most one API.
struct ScopeRequest: Sendable, Hashable {
    /// The scopes that OpenID Connect defines and Entra knows.
    static let openIDScopes = ["openid", "profile", "email", "offline_access"]

    /// The OpenID scopes among them.
    private(set) var openID: [String]
    /// The client id of the API, nil when only OpenID scopes are asked for.
    let api: String?
    /// How the request names the API; the answer uses the same name.
    let resource: String
    /// Short names; `.default` stands for everything that the client holds.
    let names: [String]

    var isDefault: Bool { names == [".default"] }

    init(parsing text: String, in directory: TenantDirectory) throws(OAuthError) {
        var openID: [String] = []
        var names: [String] = []
        var found: APIRegistration?
        var resource = ""
        for part in text.split(separator: " ").map(String.init) {
            if Self.openIDScopes.contains(part) {
                if !openID.contains(part) { openID.append(part) }
                continue
            }
            guard let cut = part.lastIndex(of: "/") else {
                throw OAuthError(
                    "invalid_scope", 70_011,
                    "The scope '\(Trace.printable(part))' is not valid. Write a scope of an API in full, such as "
                        + "\(directory.apis.first?.appIDURI ?? "api://<client id>")/access_as_user.")
            }
            let identifier = String(part[..<cut])
            guard let api = directory.api(identifier) else {
                throw OAuthError(
                    "invalid_resource", 500_011,
                    "The resource principal named \(Trace.printable(identifier)) was not found in the tenant.")
            }
            guard found == nil || found?.clientID == api.clientID else {
                throw OAuthError(
                    "invalid_request", 28_000, "The scope asks for more than one API; ask for one token at a time.")
            }
            found = api
            resource = identifier
            let name = String(part[part.index(after: cut)...])
            if !names.contains(name) { names.append(name) }
        }
        if names.contains(".default"), names.count > 1 {
            throw OAuthError("invalid_scope", 70_011, "The scope .default can't be combined with other scopes.")
        }
        self.openID = openID
        self.names = names
        self.api = found?.clientID
        self.resource = resource
    }

    /// The same request with the OpenID scopes of an earlier one, whose consent still holds.
    func addingOpenID(of earlier: ScopeRequest) -> ScopeRequest {
        var merged = self
        merged.openID += earlier.openID.filter { !openID.contains($0) }
        return merged
    }

    /// The delegated scopes that a client gets; refuses what does not exist or was not consented to.
    func delegated(to client: ClientRegistration, in api: APIRegistration) throws(OAuthError) -> [String] {
        let held = client.scopes(of: api)
        for name in isDefault ? [] : names {
            guard api.scopes.contains(name) else {
                throw OAuthError(
                    "invalid_scope", 650_053,
                    "The application asked for scope '\(Trace.printable(name))' that doesn't exist on the resource "
                        + "'\(api.clientID)' (\(api.name)).")
            }
            guard held.contains(name) else { throw Self.noConsent(client, api) }
        }
        let granted = isDefault ? held : names
        guard !granted.isEmpty else { throw Self.noConsent(client, api) }
        return granted
    }

    private static func noConsent(_ client: ClientRegistration, _ api: APIRegistration) -> OAuthError {
        OAuthError(
            "invalid_grant", 65_001,
            "The user or administrator has not consented to use the application with ID '\(client.clientID)' named "
                + "'\(client.name)' with the API '\(api.name)'. Add the permission to the directory file.")
    }
}
