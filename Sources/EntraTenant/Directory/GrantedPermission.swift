// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// What an app may ask of an API: delegated scopes and app roles.
public struct GrantedPermission: Sendable, Hashable {
    /// The client id of the API.
    public var api: String
    /// Delegated scopes, by their short names.
    public var scopes: [String]
    /// App roles that the app itself holds.
    public var roles: [String]

    /// Creates a permission.
    ///
    /// - Parameters:
    ///   - api: The client id of the API.
    ///   - scopes: Delegated scopes, by their short names.
    ///   - roles: App roles that the app itself holds.
    public init(api: String, scopes: [String] = [], roles: [String] = []) {
        self.api = api
        self.scopes = scopes
        self.roles = roles
    }
}
