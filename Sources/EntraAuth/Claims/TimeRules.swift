// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// `exp`, `nbf` and `iat` against one reading of the wall clock (`spec §7`).
struct TimeRules: Sendable {
    private let skew: Int64
    private let maximumAge: Int64?
    private let maximumLifetime: Int64

    init(_ configuration: ValidatorConfiguration) {
        // A skew outside of this is a problem, with which no token is accepted; here it must not overflow.
        skew = min(max(configuration.clockSkew, 0), 300)
        maximumAge = configuration.maximumAge
        maximumLifetime = configuration.maximumLifetime
    }

    func check(_ claims: ClaimSet, now: Int64) throws(AuthError) -> TokenDates {
        let dates = TokenDates(
            expiry: try claims.date(.exp), notBefore: try claims.date(.nbf), issuedAt: try claims.date(.iat))
        try check(dates, now: now)
        return dates
    }

    func check(_ dates: TokenDates, now: Int64) throws(AuthError) {
        let (expiry, notBefore, issuedAt) = (dates.expiry, dates.notBefore, dates.issuedAt)
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
        if let maximumAge, now - issuedAt - skew > maximumAge {
            throw AuthError(.tokenExpired, "The token is \(now - issuedAt) s old; the limit is \(maximumAge) s.")
        }
        guard expiry - issuedAt <= maximumLifetime else {
            throw AuthError(.claimInvalid, "The token lives \(expiry - issuedAt) s, longer than any token of Entra.")
        }
    }
}
