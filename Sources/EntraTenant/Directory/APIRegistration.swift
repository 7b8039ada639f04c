// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// The registration of an app that exposes an API.
public struct APIRegistration: Sendable, Hashable {
    /// The name shown to people.
    public var name: String
    /// The application (client) id, a GUID; the audience of v2.0 tokens.
    public var clientID: String
    /// The App ID URI, the audience of v1.0 tokens and the prefix of scope names in requests.
    public var appIDURI: String
    /// The secret with which the API itself can ask for tokens, nil when it cannot.
    public var secret: String?
    /// The short names of the scopes that it exposes.
    public var scopes: [String]
    /// The values of the app roles that it defines.
    public var appRoles: [String]
    /// The format of its access tokens: 1 or 2 (access-tokens.md, `requestedAccessTokenVersion`).
    public var requestedAccessTokenVersion: Int
    /// Whether app-only tokens carry the optional claim `idtyp` (optional-claims-reference.md).
    public var includesTokenKind: Bool
    /// What the API may ask of other APIs, as a middle tier.
    public var permissions: [GrantedPermission]

    /// Creates a registration.
    ///
    /// - Parameters:
    ///   - name: The name shown to people.
    ///   - clientID: The application (client) id, a GUID.
    ///   - appIDURI: The App ID URI; `api://<clientID>` when nil.
    ///   - secret: The secret with which the API itself can ask for tokens.
    ///   - scopes: The short names of the scopes that it exposes.
    ///   - appRoles: The values of the app roles that it defines.
    ///   - requestedAccessTokenVersion: The format of its access tokens: 1 or 2.
    ///   - includesTokenKind: Whether app-only tokens carry `idtyp`.
    ///   - permissions: What the API may ask of other APIs.
    public init(
        name: String, clientID: String, appIDURI: String? = nil, secret: String? = nil, scopes: [String],
        appRoles: [String] = [], requestedAccessTokenVersion: Int = 2, includesTokenKind: Bool = false,
        permissions: [GrantedPermission] = []
    ) {
        self.name = name
        self.clientID = clientID
        self.appIDURI = appIDURI ?? "api://\(clientID)"
        self.secret = secret
        self.scopes = scopes
        self.appRoles = appRoles
        self.requestedAccessTokenVersion = requestedAccessTokenVersion
        self.includesTokenKind = includesTokenKind
        self.permissions = permissions
    }

    /// The audience that its access tokens name.
    public var audience: String { requestedAccessTokenVersion == 1 ? appIDURI : clientID }

    /// The API in its role as a client of other APIs.
    var client: ClientRegistration {
        ClientRegistration(name: name, clientID: clientID, secret: secret, permissions: permissions)
    }
}
