// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// From the claims to who calls.
extension InspectionRun {
    /// Judges all claims, each on its own where that makes sense.
    mutating func judge(_ claims: ClaimSet, _ rules: ClaimRules, _ held: HeldKey?, now: Int64) async -> Principal? {
        let origin = origin(of: claims, rules.issuers, held)
        if let tenant = origin.tenant, isAskable(rules.configuration.tenants, held) {
            _ = await check(.tenant, waitingFor: try await rules.checkTenant(tenant, resolved: held?.tenant))
        }
        _ = check(.audience, try rules.audiences.check(claims))
        let dates = check(.time, try rules.times.check(claims, now: now))
        _ = check(.requiredClaims, try rules.checkRequired(claims))
        guard let version = origin.version, let tenant = origin.tenant else { return nil }
        return check(
            .kind,
            try rules.principal(
                claims, version, tenant, dates ?? TokenDates(expiry: 0, notBefore: 0, issuedAt: 0)))
    }

    private mutating func origin(
        of claims: ClaimSet, _ rules: IssuerRules, _ held: HeldKey?
    ) -> (version: TokenVersion?, tenant: TenantID?) {
        if rules.isForB2C {
            guard let held else { return (nil, nil) }
            let origin = check(.issuer, try rules.check(claims, held))
            return (origin?.version, origin?.tenant)
        }
        let version = check(.version, try rules.version(claims))
        if let version {
            _ = check(.issuer, try rules.issuer(claims, version))
        }
        // What the token says of itself is good enough to look at the rest.
        let claimed = version ?? claims[.ver]?.string.flatMap(TokenVersion.init)
        guard let tenant = try? rules.tenant(claims) else { return (claimed, nil) }
        if let held { _ = check(.keyIssuer, try rules.checkKey(held, tenant)) }
        return (claimed, tenant)
    }

    private func isAskable(_ tenants: TenantPolicy, _ held: HeldKey?) -> Bool {
        switch tenants.rule {
        case .list, .organizations: true
        case .domain: held != nil
        case .predicate: isClean
        }
    }
}
