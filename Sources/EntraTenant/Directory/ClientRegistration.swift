// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// The registration of an app that asks for tokens.
public struct ClientRegistration: Sendable, Hashable {
    /// The name shown to people.
    public var name: String
    /// The application (client) id, a GUID.
    public var clientID: String
    /// The client secret; nil makes it a public client.
    public var secret: String?
    /// Where codes may be sent; a loopback `http` URI matches any port (RFC 8252 §7.3).
    public var redirectURIs: [String]
    /// What it may ask of which API.
    public var permissions: [GrantedPermission]

    /// Creates a registration.
    ///
    /// - Parameters:
    ///   - name: The name shown to people.
    ///   - clientID: The application (client) id, a GUID.
    ///   - secret: The client secret; nil makes it a public client.
    ///   - redirectURIs: Where codes may be sent.
    ///   - permissions: What it may ask of which API.
    public init(
        name: String, clientID: String, secret: String? = nil, redirectURIs: [String] = [],
        permissions: [GrantedPermission] = []
    ) {
        self.name = name
        self.clientID = clientID
        self.secret = secret
        self.redirectURIs = redirectURIs
        self.permissions = permissions
    }

    /// How it proves who it is, as the claim `azpacr` says it: 0 not at all, 1 by a secret.
    public var authenticationClass: String { secret == nil ? "0" : "1" }

    func scopes(of api: APIRegistration) -> [String] {
        permissions.filter { $0.api == api.clientID }.flatMap(\.scopes)
    }

    func roles(of api: APIRegistration) -> [String] {
        permissions.filter { $0.api == api.clientID }.flatMap(\.roles)
    }
}
