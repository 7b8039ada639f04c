// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// The rules for the claims of a token whose signature is verified, in the order in which they are checked.
struct ClaimRules: Sendable {
    private let configuration: ValidatorConfiguration
    private let audiences: [[UInt8]]
    private let issuer: IssuerTemplate
    private let legacyIssuer: IssuerTemplate?

    init(_ configuration: ValidatorConfiguration) {
        self.configuration = configuration
        audiences = configuration.audiences.map { Array($0.utf8) }
        issuer = IssuerTemplate(configuration.authority.issuerTemplate)
        legacyIssuer = configuration.authority.legacyIssuerTemplate.map(IssuerTemplate.init)
    }

    /// Checks everything but the policy of a route.
    func check(
        _ claims: ClaimSet, key found: HeldKey, now: Int64
    ) async throws(AuthError) -> Principal {
        let version = try version(claims)
        let tenant = try tenant(claims, version, key: found.key, cloud: found.cloudInstanceName)
        try await checkTenant(tenant)
        try checkAudience(claims)
        let dates = try checkTimes(claims, now: now)
        let client = try claims.optionalString(version == .v2 ? .azp : .appid)
        let kind = try kind(claims, client: client)
        guard let client else {
            throw AuthError(.claimMissing, "The claim \(version == .v2 ? "azp" : "appid") is missing.")
        }
        let subject = try claims.string(.sub)
        let object = try claims.string(.oid)
        guard !subject.isEmpty, !object.isEmpty, ![client, subject, object].contains(where: { $0.contains(0) }) else {
            throw AuthError(.claimInvalid, "An identifier is empty or holds U+0000.")
        }
        return Principal(
            claims: claims, kind: kind, version: version, tenantID: tenant, objectIDBytes: object,
            subjectBytes: subject, clientIDBytes: client, roleBytes: try claims.strings(.roles), expiry: dates.expiry,
            issuedAt: dates.issuedAt)
    }

    /// Judges again what may have changed since the claims were checked: the time, and whose tokens are accepted.
    func recheck(_ principal: Principal, now: Int64) async throws(AuthError) {
        _ = try checkTimes(principal.claims, now: now)
        try await checkTenant(principal.tenantID)
    }

    private func checkTenant(_ tenant: TenantID) async throws(AuthError) {
        guard await configuration.tenants.allows(tenant) else {
            throw AuthError(.tenantNotAllowed, "The token is of a tenant that is not accepted here.")
        }
    }

    private func version(_ claims: ClaimSet) throws(AuthError) -> TokenVersion {
        let value = try claims.string(.ver)
        guard let version = TokenVersion(rawValue: String(decoding: value, as: UTF8.self)),
            configuration.versions.contains(version)
        else {
            throw AuthError(
                .versionNotAllowed,
                isEqual(value, "1.0")
                    ? "The token is v1.0: set requestedAccessTokenVersion to 2 in the API's registration."
                    : "The token's ver is not accepted here.")
        }
        return version
    }

    /// `iss`, `tid`, the key's issuer and the cloud must tell one story (`spec §3.1`).
    private func tenant(
        _ claims: ClaimSet, _ version: TokenVersion, key: SigningKey, cloud: [UInt8]?
    ) throws(AuthError) -> TenantID {
        let issuerClaim = try claims.string(.iss)
        let tenantClaim = try claims.string(.tid)
        guard let tenant = TenantID(String(decoding: tenantClaim, as: UTF8.self)) else {
            throw AuthError(.claimInvalid, "The claim tid is not a GUID.")
        }
        guard tenant.description.utf8.elementsEqual(tenantClaim) else {
            throw AuthError(.issuerInvalid, "The claim tid is not in lower case.")
        }
        let template = version == .v2 ? issuer : legacyIssuer
        guard let template, template.matches(issuerClaim, tenant: tenant) else {
            throw AuthError(
                .issuerInvalid,
                "The claim iss is not the issuer of \(configuration.authority.origin) for the token's tid.")
        }
        if let keyIssuer = key.issuer,
            !issuer.isTemplate(keyIssuer[...]), !issuer.matches(keyIssuer[...], tenant: tenant)
        {
            throw AuthError(.issuerInvalid, "The signing key belongs to another issuer than the token's.")
        }
        if let cloud, let keyCloud = key.cloudInstanceName, cloud != keyCloud {
            throw AuthError(.issuerInvalid, "The signing key belongs to another cloud than the metadata.")
        }
        return tenant
    }

    private func checkAudience(_ claims: ClaimSet) throws(AuthError) {
        guard let element = claims[.aud] else { throw AuthError(.claimMissing, "The claim aud is missing.") }
        let audience: ArraySlice<UInt8>
        if let value = element.utf8 {
            audience = value
        } else {
            // RFC 7519 §4.1.3 allows an array; Entra sends one string, so an array is accepted with one only.
            guard 1...16 ~= element.count, let first = element.elements?.first?.utf8,
                element.elements?.allSatisfy({ $0.kind == .string }) == true
            else { throw AuthError(.claimInvalid, "The claim aud is neither a string nor an array with one string.") }
            guard element.count == 1 else {
                throw AuthError(.audienceInvalid, "The claim aud has \(element.count) values.")
            }
            audience = first
        }
        guard audiences.contains(where: { $0.elementsEqual(audience) }) else {
            throw AuthError(.audienceInvalid, AudienceDiagnosis.text(for: audience))
        }
    }

    private func checkTimes(_ claims: ClaimSet, now: Int64) throws(AuthError) -> (expiry: Int64, issuedAt: Int64) {
        let skew = configuration.clockSkew
        let expiry = try claims.date(.exp)
        let notBefore = try claims.date(.nbf)
        let issuedAt = try claims.date(.iat)
        guard now < expiry + skew else {
            throw AuthError(.tokenExpired, "The token expired \(now - expiry) s ago.")
        }
        guard now + skew >= notBefore, now + skew >= issuedAt else {
            throw AuthError(
                .tokenNotYetValid,
                "The token is valid in \(max(notBefore, issuedAt) - now) s: is this machine's clock right?")
        }
        guard notBefore <= expiry, issuedAt <= expiry else {
            throw AuthError(.claimInvalid, "The token expires before it begins.")
        }
        if let age = configuration.maximumAge, now - issuedAt > age + skew {
            throw AuthError(.tokenExpired, "The token is \(now - issuedAt) s old; the limit is \(age) s.")
        }
        guard expiry - issuedAt <= configuration.maximumLifetime else {
            throw AuthError(.claimInvalid, "The token lives \(expiry - issuedAt) s, longer than any token of Entra.")
        }
        return (expiry, issuedAt)
    }

    /// Tells user tokens, application tokens and ID tokens apart (`spec §8`).
    private func kind(_ claims: ClaimSet, client: ArraySlice<UInt8>?) throws(AuthError) -> TokenKind {
        let scope = try claims.optionalString(.scp)
        let type = try claims.optionalString(.idtyp)
        guard claims[.nonce] == nil, claims[.atHash] == nil, claims[.cHash] == nil, scope != nil || client != nil else {
            throw AuthError(
                .tokenKindInvalid, "This is an ID token; the client must send its access token for this API.")
        }
        switch (type, scope) {
        case (nil, .some): return .delegated
        case (let type?, .some) where isEqual(type, "user"): return .delegated
        case (let type?, nil) where isEqual(type, "app"): return .application
        case (nil, nil): return try claims.string(.oid) == claims.string(.sub) ? .application : .undetermined
        case (let type?, nil) where isEqual(type, "user"): return .undetermined
        default: throw AuthError(.tokenKindInvalid, "The claims idtyp and scp contradict each other.")
        }
    }
}
