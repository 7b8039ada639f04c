// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// `iss`, `tid`, `ver`, the key's issuer and the cloud must tell one story (`spec §3.1`).
struct IssuerRules: Sendable {
    private let authority: Authority
    private let versions: [TokenVersion]
    private let template: IssuerTemplate
    private let legacyTemplate: IssuerTemplate?

    init(_ configuration: ValidatorConfiguration) {
        authority = configuration.authority
        versions = Array(configuration.versions)
        template = IssuerTemplate(authority.issuerTemplate)
        legacyTemplate = authority.legacyIssuerTemplate.map(IssuerTemplate.init)
    }

    /// Whether tokens follow the rules of Azure AD B2C.
    var isForB2C: Bool { if case .b2c = authority.kind { true } else { false } }

    func check(_ claims: ClaimSet, _ held: HeldKey) throws(AuthError) -> (version: TokenVersion, tenant: TenantID) {
        if case .b2c(let userFlow) = authority.kind { return try checkB2C(claims, held, userFlow: userFlow) }
        let version = try version(claims)
        let tenant = try issuer(claims, version)
        try checkKey(held, tenant)
        return (version, tenant)
    }

    /// `iss` is that of the authority for the tenant in `tid`.
    func issuer(_ claims: ClaimSet, _ version: TokenVersion) throws(AuthError) -> TenantID {
        let issuer = try claims.string(.iss)
        let tenant = try tenant(claims)
        let expected = version == .v2 ? template : legacyTemplate
        guard let expected, expected.matches(issuer, tenant: tenant) else {
            throw AuthError(
                .issuerInvalid, "The claim iss is not the issuer of \(authority.origin) for the token's tid.")
        }
        return tenant
    }

    func version(_ claims: ClaimSet) throws(AuthError) -> TokenVersion {
        let value = try claims.string(.ver)
        let version: TokenVersion? = isEqual(value, "2.0") ? .v2 : isEqual(value, "1.0") ? .v1 : nil
        guard let version, versions.contains(version) else {
            throw AuthError(
                .versionNotAllowed,
                isEqual(value, "1.0")
                    ? "The token is v1.0: set requestedAccessTokenVersion to 2 in the API's registration."
                    : "The token's ver is not accepted here.")
        }
        return version
    }

    func tenant(_ claims: ClaimSet) throws(AuthError) -> TenantID {
        let value = try claims.string(.tid)
        if let tenant = TenantID(canonical: value) { return tenant }
        guard TenantID(String(decoding: value, as: UTF8.self)) != nil else {
            throw AuthError(.claimInvalid, "The claim tid is not a GUID.")
        }
        throw AuthError(.issuerInvalid, "The claim tid is not in lower case.")
    }

    /// A key may name the issuer it signs for: every tenant of this authority, or exactly one.
    ///
    /// A consumer key that signs for an organization is refused here.
    func checkKey(_ held: HeldKey, _ tenant: TenantID) throws(AuthError) {
        if let issuer = held.key.issuer, !template.isTemplate(issuer[...]),
            !template.matches(issuer[...], tenant: tenant)
        {
            throw AuthError(.issuerInvalid, "The signing key belongs to another issuer than the token's.")
        }
        if let cloud = held.cloudInstanceName, let keyCloud = held.key.cloudInstanceName, cloud != keyCloud {
            throw AuthError(.issuerInvalid, "The signing key belongs to another cloud than the metadata.")
        }
    }

    /// B2C's tokens say `ver` 1.0, name the user flow in `tfp` or `acr`, and leave out `tid` unless asked (`spec §3.2`).
    private func checkB2C(
        _ claims: ClaimSet, _ held: HeldKey, userFlow: String
    ) throws(AuthError) -> (version: TokenVersion, tenant: TenantID) {
        let issuer = try claims.string(.iss)
        guard let tenant = template.tenant(in: issuer), tenant == held.tenant else {
            throw AuthError(.issuerInvalid, "The claim iss is not the issuer that the metadata names.")
        }
        if claims[.tid] != nil, try self.tenant(claims) != tenant {
            throw AuthError(.issuerInvalid, "The claims iss and tid name different tenants.")
        }
        guard isEqual(try claims.string(.ver), "1.0") else {
            throw AuthError(.versionNotAllowed, "A token of B2C has ver 1.0.")
        }
        let flow = claims.root["tfp"] ?? claims.root["acr"]
        guard let flow = flow?.utf8, flow.elementsEqual(userFlow.utf8) else {
            throw AuthError(.issuerInvalid, "The token is of another user flow.")
        }
        try checkKey(held, tenant)
        return (.v2, tenant)
    }
}
