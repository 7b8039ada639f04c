// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// What the development page shows of a local tenant.
public struct DevelopmentTenant: Sendable, Hashable {
    /// Somebody who can sign in.
    public struct User: Sendable, Hashable {
        /// The name for people.
        public let name: String
        /// The sign-in name.
        public let signInName: String

        /// Creates a user.
        ///
        /// - Parameters:
        ///   - name: The name for people.
        ///   - signInName: The sign-in name.
        public init(name: String, signInName: String) {
            self.name = name
            self.signInName = signInName
        }
    }

    /// An API for which there are tokens.
    public struct API: Sendable, Hashable {
        /// The name for people.
        public let name: String
        /// The client id.
        public let clientID: String
        /// The short names of its scopes.
        public let scopes: [String]

        /// Creates an API.
        ///
        /// - Parameters:
        ///   - name: The name for people.
        ///   - clientID: The client id.
        ///   - scopes: The short names of its scopes.
        public init(name: String, clientID: String, scopes: [String]) {
            self.name = name
            self.clientID = clientID
            self.scopes = scopes
        }
    }

    /// Where the tenant is, for people.
    public let address: String
    /// Who can sign in.
    public let users: [User]
    /// The APIs, the app's own first.
    public let apis: [API]

    /// Creates a tenant.
    ///
    /// - Parameters:
    ///   - address: Where the tenant is, for people.
    ///   - users: Who can sign in.
    ///   - apis: The APIs, the app's own first.
    public init(address: String, users: [User], apis: [API]) {
        self.address = address
        self.users = users
        self.apis = apis
    }

    var json: JSONValue {
        [
            "address": .string(address),
            "users": .array(users.map { ["name": .string($0.name), "signInName": .string($0.signInName)] }),
            "apis": .array(
                apis.map { api in
                    [
                        "name": .string(api.name), "clientId": .string(api.clientID),
                        "scopes": .array(api.scopes.map(JSONValue.string)),
                    ]
                }),
        ]
    }
}
