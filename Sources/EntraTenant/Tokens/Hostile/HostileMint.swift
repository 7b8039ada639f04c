// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// What hostile tokens are made from: a tenant's mint, the names of one good request, and a stranger's key.
public struct HostileMint: Sendable {
    /// The tenant's mint.
    public let mint: TokenMint
    let user: DirectoryUser
    let client: ClientRegistration
    let api: APIRegistration
    /// A key that no tenant publishes.
    let stranger: SigningKey

    /// Prepares to mint; makes a key, which takes some tenths of a second.
    ///
    /// - Parameters:
    ///   - mint: The tenant's mint, as ``LocalTenant/mint()`` gives it.
    ///   - user: The user: name, sign-in name or object id; nil for the first one.
    ///   - api: The API: client id, App ID URI or name; nil for the first one.
    ///   - client: The client that sends the tokens: client id or name; nil for the first one that may ask for scopes.
    /// - Throws: ``MintError`` when a name is not known, ``TenantStateError`` when the key cannot be made.
    public init(_ mint: TokenMint, user: String? = nil, api: String? = nil, client: String? = nil) throws {
        let api = try mint.find(api: api)
        self.mint = mint
        self.api = api
        self.client = try mint.find(client: client) { !$0.scopes(of: api).isEmpty }
        self.user = try mint.find(user: user)
        stranger = try SigningKey(generatingAt: mint.clock)
    }

    /// The key that signs.
    var key: SigningKey { mint.keys.current }

    /// The other published key.
    var otherKey: SigningKey { mint.keys.next }

    /// The API's first scope.
    var scope: String { api.scopes.first ?? "access_as_user" }

    /// The API's first app role.
    var role: String { api.appRoles.first ?? "Task.Run" }

    var now: Int64 { mint.clock.now }

    var tenantID: String { mint.directory.tenantID }

    /// Host and port of the issuer.
    var host: String { MetadataDocument.host(of: mint.baseURL) }
}
