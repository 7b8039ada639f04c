// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

extension TokenMint {
    /// Makes a delegated token from names, for the command line.
    ///
    /// - Parameters:
    ///   - name: The user: name, sign-in name, its part before the `@`, or object id.
    ///   - api: Client id, App ID URI or name of the API; nil for the first one of the directory.
    ///   - scopes: Short scope names; nil for the first scope of the API.
    ///   - client: Client id or name of the app that asks; nil for the first one that may ask this API for scopes.
    /// - Returns: The token, valid for 60 to 90 minutes.
    /// - Throws: ``MintError`` when a name is not known; its message lists what there is.
    public func mintForUser(
        _ name: String, api: String? = nil, scopes: [String]? = nil, client: String? = nil
    ) throws -> MintedToken {
        let user = try find(user: name)
        let api = try find(api: api)
        let client = try find(client: client) { !$0.scopes(of: api).isEmpty }
        return try accessToken(user: user, client: client, api: api, scopes: scopes ?? Array(api.scopes.prefix(1)))
    }

    /// Makes an app-only token from names, for the command line.
    ///
    /// - Parameters:
    ///   - client: Client id or name of the app; nil for the first one that holds app roles of the API.
    ///   - api: Client id, App ID URI or name of the API; nil for the first one of the directory.
    ///   - roles: The app roles; nil for those that the app holds.
    /// - Returns: The token, valid for 60 to 90 minutes.
    /// - Throws: ``MintError`` when a name is not known; its message lists what there is.
    public func mintForDaemon(
        _ client: String? = nil, api: String? = nil, roles: [String]? = nil
    ) throws -> MintedToken {
        let api = try find(api: api)
        let client = try find(client: client) { !$0.roles(of: api).isEmpty }
        return try appToken(client: client, api: api, roles: roles ?? client.roles(of: api))
    }

    func find(user name: String?) throws(MintError) -> DirectoryUser {
        guard let user = name.map(directory.user) ?? directory.users.first else {
            let known = directory.users.map(\.userPrincipalName).joined(separator: ", ")
            throw MintError(.userNotFound, "no single user is called \"\(name ?? "")\"; there are \(known)")
        }
        return user
    }

    func find(api name: String?) throws(MintError) -> APIRegistration {
        let found =
            if let name {
                directory.api(name) ?? directory.apis.first { $0.name == name }
            } else {
                directory.apis.first
            }
        guard let api = found else {
            let known = directory.apis.map { "\($0.name) (\($0.clientID))" }.joined(separator: ", ")
            throw MintError(.apiNotFound, "no API is called \"\(name ?? "")\"; there are \(known)")
        }
        return api
    }

    func find(
        client name: String?, where suits: (ClientRegistration) -> Bool
    ) throws(MintError) -> ClientRegistration {
        let all = directory.clients + directory.apis.map(\.client)
        let found =
            if let name {
                all.first { $0.clientID == name.lowercased() || $0.name == name }
            } else {
                all.first(where: suits)
            }
        guard let found else {
            let known = all.map { "\($0.name) (\($0.clientID))" }.joined(separator: ", ")
            throw MintError(
                .clientNotFound,
                name.map { "no client is called \"\($0)\"; there are \(known)" }
                    ?? "no client holds a permission for this API; there are \(known)")
        }
        return found
    }
}
