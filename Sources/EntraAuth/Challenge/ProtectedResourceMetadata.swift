// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

public import StrictJSON

/// The document by which a client learns how to get a token for this API (RFC 9728 §2).
public struct ProtectedResourceMetadata: Sendable, Hashable {
    /// The API's own identifier: the https URL under which clients call it.
    public let resource: String
    /// The issuers of tokens for it.
    public let authorizationServers: [String]
    /// Scopes that clients may ask for.
    public let scopes: [String]

    /// Describes an API.
    ///
    /// - Parameters:
    ///   - resource: The URL under which clients call the API, without fragment.
    ///   - authorizationServers: The issuers of tokens for it.
    ///   - scopes: Scopes that clients may ask for.
    public init(resource: String, authorizationServers: [String], scopes: [String]) {
        self.resource = resource
        self.authorizationServers = authorizationServers
        self.scopes = scopes
    }

    /// The document.
    public var json: JSONValue {
        [
            "resource": .string(resource),
            "authorization_servers": .array(authorizationServers.map(JSONValue.string)),
            "scopes_supported": .array(scopes.map(JSONValue.string)),
            "bearer_methods_supported": ["header"],
        ]
    }

    /// Where the document must be found: `/.well-known/oauth-protected-resource` put before the resource's path
    /// (RFC 9728 §3.1); nil when the resource is not an absolute URL.
    public var location: String? {
        guard let url = HTTPURL(resource), !resource.contains("#") else { return nil }
        let path = url.path == "/" ? "" : url.path
        return "\(url.scheme)://\(url.authority)/.well-known/oauth-protected-resource\(path)"
    }
}
