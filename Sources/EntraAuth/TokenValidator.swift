// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// Proves who calls and that they may, from an Entra access token.
///
/// The order is fixed (`spec §7`): size, segments, alphabet, header, key, signature, claims, policy. Nothing of the
/// payload is looked at before the signature is verified.
public struct TokenValidator: Sendable {
    private let keys: KeyStore
    private let rules: ClaimRules
    private let time: any TimeSource

    /// Creates a validator.
    ///
    /// - Parameters:
    ///   - configuration: What a token must be; one with ``ValidatorConfiguration/problems`` accepts nothing.
    ///   - keys: The keys of the same authority.
    ///   - time: The clock that tokens are judged by, read once per token.
    public init(
        configuration: ValidatorConfiguration, keys: KeyStore, time: any TimeSource = SystemTimeSource()
    ) {
        self.keys = keys
        self.time = time
        rules = ClaimRules(configuration)
    }

    /// Judges a token.
    ///
    /// - Parameters:
    ///   - token: As presented.
    ///   - policy: What the route demands.
    /// - Returns: Who calls.
    /// - Throws: ``AuthError`` with the first broken rule.
    public func validate(_ token: BearerToken, policy: AuthorizationPolicy) async throws(AuthError) -> Principal {
        let principal = try await authenticate(token)
        try await policy.authorize(principal)
        return principal
    }

    private func authenticate(_ token: BearerToken) async throws(AuthError) -> Principal {
        let jws = try CompactJWS(token)
        let header = try TokenHeader(parsing: jws.header)
        let (key, cloud) = try await keys.key(header.keyID)
        guard key.verifies(jws.signature, over: jws.signingInput) else {
            throw AuthError(
                .signatureInvalid,
                header.hasNonce
                    ? "The signature does not verify, and the header has a nonce: this is a Microsoft Graph token."
                    : "The signature does not verify with the key that the header names.")
        }
        let claims = try ClaimSet(parsing: try jws.payload())
        return try await rules.check(claims, key: key, cloud: cloud, now: time.unixTime())
    }
}
