// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// A token that somebody asks for on the development page.
public struct DevelopmentTokenRequest: Sendable, Hashable {
    /// The sign-in name of the user; nil for an app of its own, without a user.
    public var user: String?
    /// The client id of the API; nil for the tenant's first one.
    public var api: String?
    /// The scopes; empty for the API's first one.
    public var scopes: [String]
    /// Whether the token shall have expired already.
    public var isExpired: Bool

    /// Creates a request.
    ///
    /// - Parameters:
    ///   - user: The sign-in name of the user; nil for an app of its own, without a user.
    ///   - api: The client id of the API; nil for the tenant's first one.
    ///   - scopes: The scopes; empty for the API's first one.
    ///   - isExpired: Whether the token shall have expired already.
    public init(user: String?, api: String? = nil, scopes: [String] = [], isExpired: Bool = false) {
        self.user = user
        self.api = api
        self.scopes = scopes
        self.isExpired = isExpired
    }
}
