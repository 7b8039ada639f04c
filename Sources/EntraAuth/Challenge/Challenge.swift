// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// Builds `WWW-Authenticate` values (RFC 6750 §3, RFC 9728 §5.1).
///
/// Everything variable is checked when the challenge is made; nothing of a request ever gets in.
public struct Challenge: Sendable, Hashable {
    private let head: String

    /// Creates a challenge; nil when a value holds a byte that a quoted string would have to escape.
    ///
    /// - Parameters:
    ///   - realm: The protection space, such as the tenant's domain; may be empty.
    ///   - authorizationURI: Where a client gets tokens, or nil.
    ///   - resourceMetadata: The address of the protected-resource metadata, or nil.
    public init?(realm: String, authorizationURI: String? = nil, resourceMetadata: String? = nil) {
        let values = [realm, authorizationURI, resourceMetadata].compactMap { $0 }
        guard values.allSatisfy({ $0.utf8.allSatisfy(isQuotable) }) else { return nil }
        var head = "Bearer realm=\"\(realm)\""
        if let authorizationURI { head += ", authorization_uri=\"\(authorizationURI)\"" }
        if let resourceMetadata { head += ", resource_metadata=\"\(resourceMetadata)\"" }
        self.head = head
    }

    /// The field value for an error, or nil where the status wants none.
    ///
    /// - Parameters:
    ///   - error: Why the request is refused.
    ///   - scopes: The scopes that the route asks for, named to a client that sent no token.
    /// - Returns: The value, ready to send.
    public func fieldValue(for error: AuthError, scopes: [String] = []) -> String? {
        // A step-up that the client would not understand, and a refused client or user, get no challenge (§11).
        let isSilent = error.code == .insufficientClaims && error.claimsChallenge == nil
        guard !isSilent, error.status == 401 || error.code.challengeError != nil else { return nil }
        var value = head
        if let claims = error.claimsChallenge {
            // Microsoft's clients look for this error and for base64, not base64url.
            let encoded = Base64.encode(Array(claims.json.utf8))
            return value + ", error=\"insufficient_claims\", claims=\"\(encoded)\""
        }
        if let name = error.code.challengeError?.rawValue { value += ", error=\"\(name)\"" }
        if error.code == .tokenExpired { value += ", error_description=\"The access token expired\"" }
        let named = error.code == .missingCredentials ? scopes : error.requiredScopes
        if !named.isEmpty, named.allSatisfy({ $0.utf8.allSatisfy(isQuotable) }) {
            value += ", scope=\"\(named.joined(separator: " "))\""
        }
        return value
    }
}

/// `qdtext` of RFC 9110 §5.6.4 without what needs an escape.
func isQuotable(_ byte: UInt8) -> Bool {
    0x20...0x7E ~= byte && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
}
