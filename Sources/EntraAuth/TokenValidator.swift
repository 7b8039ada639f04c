// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

public import CoreMetrics
import Tracing

/// Proves who calls and that they may, from an Entra access token.
///
/// The order is fixed (`spec §7`): size, segments, alphabet, header, key, signature, claims, policy. Nothing of the
/// payload is looked at before the signature is verified.
public struct TokenValidator: Sendable {
    let keys: KeyStore
    let rules: ClaimRules
    let time: any TimeSource
    private let cache: (tokens: VerifiedTokenCache, owner: VerifiedTokenCache.Owner)?
    let revocation: (any RevocationChecking)?
    private let metrics: ValidationMetrics
    private let headers = HeaderMemo()

    /// Creates a validator.
    ///
    /// - Parameters:
    ///   - configuration: What a token must be; one with ``ValidatorConfiguration/problems`` accepts nothing.
    ///   - keys: The keys of the same authority.
    ///   - time: The clock that tokens are judged by, read once per token.
    ///   - revocation: Asked on every request, or nil.
    ///   - cache: Spares verified tokens a second verification, or nil.
    ///   - metrics: Counts judged tokens as `entra.auth.validations` by `code`.
    public init(
        configuration: ValidatorConfiguration, keys: KeyStore, time: any TimeSource = SystemTimeSource(),
        revocation: (any RevocationChecking)? = nil, cache: VerifiedTokenCache? = nil,
        metrics: any MetricsFactory = MetricsSystem.factory
    ) {
        self.keys = keys
        self.time = time
        self.revocation = revocation
        self.cache = cache.map { ($0, $0.makeOwner()) }
        self.metrics = ValidationMetrics(metrics)
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
        let span = startSpanIfTraced("entra.validate")
        defer { span?.end() }
        do throws(AuthError) {
            let principal = try await authenticate(token)
            if revocation != nil { try await checkRevocation(principal) }
            try policy.checkDemands(principal)
            if policy.hasPredicate { try await policy.askPredicate(principal) }
            metrics.recordAccepted()
            return principal
        } catch {
            metrics.record(error)
            span?.attributes["error.code"] = error.code.rawValue
            throw error
        }
    }

    /// Waits only for what is not at hand: an unknown key, or the app's own answer.
    private nonisolated(nonsending) func authenticate(_ token: BearerToken) async throws(AuthError) -> Principal {
        if let (principal, held) = known(token) {
            try rules.times.check(principal.dates, now: time.unixTime())
            if try rules.mustAsk(principal.tenantID, resolved: held.tenant) {
                try await rules.checkTenant(principal.tenantID, resolved: held.tenant)
            }
            return principal
        }
        try CompactJWS.checkSize(token)
        let segments = try TokenSegments(token)
        let known = headers.entry(for: segments.header)
        let jws = try CompactJWS(segments, header: known?.decoded)
        let header = if let known { known.header } else { try TokenHeader(parsing: jws.header) }
        let held: HeldKey
        if let known = keys.held(header.keyID) { held = known } else { held = try await keys.unheldKey(header.keyID) }
        try jws.checkSignature(header, key: held.key)
        if known == nil { headers.insert(header, decoded: jws.header, for: segments.header) }
        let claims = try ClaimSet(parsing: try jws.payload())
        let origin = try rules.issuers.check(claims, held)
        if try rules.mustAsk(origin.tenant, resolved: held.tenant) {
            try await rules.checkTenant(origin.tenant, resolved: held.tenant)
        }
        let principal = try rules.check(claims, origin.version, origin.tenant, now: time.unixTime())
        if let cache {
            cache.tokens.insert(
                principal, for: token, of: cache.owner, keyID: held.key.id, generation: held.generation)
        }
        return principal
    }

    /// What the cache says of a token whose key is still the one that verified it.
    private func known(_ token: BearerToken) -> (Principal, HeldKey)? {
        guard let cache, let entry = cache.tokens.entry(for: token, of: cache.owner) else { return nil }
        if let held = keys.held(entry.keyID), held.generation == entry.generation { return (entry.principal, held) }
        cache.tokens.remove(token, of: cache.owner)
        return nil
    }

    func checkRevocation(_ principal: Principal) async throws(AuthError) {
        switch await revocation?.verdict(on: principal) ?? .valid {
        case .valid:
            return
        case .revoked:
            throw AuthError(.tokenRevoked, "The token's subject or client is revoked here.")
        case .requiresIssuedAfter(let moment):
            throw AuthError(
                .tokenRevoked, "The token is revoked here; one issued after \(moment) would count.",
                claimsChallenge: principal.understandsClaimsChallenges ? .issuedAfter(moment) : nil)
        }
    }
}
