// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// Where the host gets tokens for Kafka brokers.
public struct KafkaOAuthBearer: Sendable, Hashable {
    /// How tokens are got.
    public enum Method: String, Sendable, Hashable {
        /// Tokens that are not signed, for development.
        case `default`
        /// OpenID Connect, by client credentials.
        case oidc
    }

    /// How tokens are got.
    public var method: Method?
    /// The client's id.
    public var clientID: String?
    /// The client's secret, as `%SETTING%`.
    public var clientSecret: String?
    /// The scope to ask for.
    public var scope: String?
    /// The address of the token endpoint.
    public var tokenEndpointURL: String?
    /// Extensions as `key=value`, separated by commas.
    public var extensions: String?

    /// Creates a description.
    ///
    /// - Parameters:
    ///   - method: How tokens are got.
    ///   - clientID: The client's id.
    ///   - clientSecret: The client's secret, as `%SETTING%`.
    ///   - scope: The scope to ask for.
    ///   - tokenEndpointURL: The address of the token endpoint.
    ///   - extensions: Extensions as `key=value`, separated by commas.
    public init(
        method: Method? = nil, clientID: String? = nil, clientSecret: String? = nil, scope: String? = nil,
        tokenEndpointURL: String? = nil, extensions: String? = nil
    ) {
        self.method = method
        self.clientID = clientID
        self.clientSecret = clientSecret
        self.scope = scope
        self.tokenEndpointURL = tokenEndpointURL
        self.extensions = extensions
    }

    var fields: BindingFields {
        [
            "oAuthBearerMethod": method?.rawValue, "oAuthBearerClientId": clientID,
            "oAuthBearerClientSecret": clientSecret, "oAuthBearerScope": scope,
            "oAuthBearerTokenEndpointUrl": tokenEndpointURL, "oAuthBearerExtensions": extensions,
        ]
    }
}
