// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// The rules for the claims of a token whose signature is verified, in the order in which they are checked.
struct ClaimRules: Sendable {
    let configuration: ValidatorConfiguration
    let issuers: IssuerRules
    let audiences: AudienceRules
    let times: TimeRules

    init(_ configuration: ValidatorConfiguration) {
        self.configuration = configuration
        issuers = IssuerRules(configuration)
        audiences = AudienceRules(configuration)
        times = TimeRules(configuration)
    }

    /// Checks everything but the policy of a route.
    func check(_ claims: ClaimSet, key held: HeldKey, now: Int64) async throws(AuthError) -> Principal {
        let (version, tenant) = try issuers.check(claims, held)
        try await checkTenant(tenant, resolved: held.tenant)
        try audiences.check(claims)
        let dates = try times.check(claims, now: now)
        try checkRequired(claims)
        return try principal(claims, version, tenant, expiry: dates.expiry, issuedAt: dates.issuedAt)
    }

    func checkRequired(_ claims: ClaimSet) throws(AuthError) {
        for name in configuration.requiredClaims {
            guard let claim = claims.root[name] else {
                throw AuthError(.claimMissing, "The configured claim \(name) is missing.")
            }
            guard !claim.isNull else { throw AuthError(.claimInvalid, "The configured claim \(name) is null.") }
        }
    }

    /// Who calls: kind, client, subject and object of the token.
    func principal(
        _ claims: ClaimSet, _ version: TokenVersion, _ tenant: TenantID, expiry: Int64, issuedAt: Int64
    ) throws(AuthError) -> Principal {
        let identity = try identity(claims, version)
        let roles = try claims.strings(.roles)
        guard !roles.contains(where: { $0.contains(0) }) else {
            throw AuthError(.claimInvalid, "The claim roles holds U+0000.")
        }
        return Principal(
            claims: claims, kind: identity.kind, version: version, tenantID: tenant, objectIDBytes: identity.object,
            subjectBytes: identity.subject, clientIDBytes: identity.client, roleBytes: roles,
            expiry: expiry, issuedAt: issuedAt)
    }

    /// Judges again what may have changed since the claims were checked: the time, and whose tokens are accepted.
    func recheck(_ principal: Principal, key held: HeldKey, now: Int64) async throws(AuthError) {
        _ = try times.check(principal.claims, now: now)
        try await checkTenant(principal.tenantID, resolved: held.tenant)
    }

    func checkTenant(_ tenant: TenantID, resolved: TenantID?) async throws(AuthError) {
        guard await configuration.tenants.allows(tenant, resolved: resolved) else {
            throw AuthError(.tenantNotAllowed, "The token is of a tenant that is not accepted here.")
        }
    }

    private struct Identity {
        let kind: TokenKind
        let client, subject, object: ArraySlice<UInt8>
    }

    private func identity(_ claims: ClaimSet, _ version: TokenVersion) throws(AuthError) -> Identity {
        let clientClaim = version == .v2 ? ClaimName.azp : .appid
        let client = try claims.optionalString(clientClaim)
        let kind = try KindRules.kind(claims, client: client)
        guard let client else {
            throw AuthError(.claimMissing, "The claim \(clientClaim.text) is missing.")
        }
        let subject = try claims.string(.sub)
        let object: ArraySlice<UInt8>
        if case .b2c = configuration.authority.kind {
            object = try claims.optionalString(.oid) ?? subject
        } else {
            object = try claims.string(.oid)
        }
        for value in [client, subject, object] where value.isEmpty || value.contains(0) {
            throw AuthError(.claimInvalid, "An identifier is empty or holds U+0000.")
        }
        return Identity(kind: kind, client: client, subject: subject, object: object)
    }
}
