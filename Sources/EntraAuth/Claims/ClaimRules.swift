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

    /// Checks everything but the issuer, the tenant and the policy of a route.
    func check(
        _ claims: ClaimSet, _ version: TokenVersion, _ tenant: TenantID, now: Int64
    ) throws(AuthError) -> Principal {
        try audiences.check(claims)
        let dates = try times.check(claims, now: now)
        try checkRequired(claims)
        return try principal(claims, version, tenant, dates)
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
        _ claims: ClaimSet, _ version: TokenVersion, _ tenant: TenantID, _ dates: TokenDates
    ) throws(AuthError) -> Principal {
        let kind = try checkIdentity(claims, version)
        for role in try claims.strings(.roles) where hasNull(role) {
            throw AuthError(.claimInvalid, "The claim roles holds U+0000.")
        }
        return Principal(claims: claims, kind: kind, version: version, tenantID: tenant, dates: dates)
    }

    /// Refuses a tenant that is not accepted.
    ///
    /// - Returns: Whether only the app's own predicate can say, which ``checkTenant(_:resolved:)`` does.
    func mustAsk(_ tenant: TenantID, resolved: TenantID?) throws(AuthError) -> Bool {
        guard let isAllowed = configuration.tenants.allowsAtOnce(tenant, resolved: resolved) else { return true }
        guard isAllowed else { throw Self.foreignTenant }
        return false
    }

    func checkTenant(_ tenant: TenantID, resolved: TenantID?) async throws(AuthError) {
        guard await configuration.tenants.allows(tenant, resolved: resolved) else { throw Self.foreignTenant }
    }

    private static var foreignTenant: AuthError {
        AuthError(.tenantNotAllowed, "The token is of a tenant that is not accepted here.")
    }

    private func checkIdentity(_ claims: ClaimSet, _ version: TokenVersion) throws(AuthError) -> TokenKind {
        let clientClaim = Principal.clientClaim(version)
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
        guard Self.isIdentifier(client), Self.isIdentifier(subject), Self.isIdentifier(object) else {
            throw AuthError(.claimInvalid, "An identifier is empty or holds U+0000.")
        }
        return kind
    }

    private static func isIdentifier(_ value: ArraySlice<UInt8>) -> Bool { !value.isEmpty && !hasNull(value) }
}
