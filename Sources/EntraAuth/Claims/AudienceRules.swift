// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// `aud` must be this API, octet by octet (RFC 7519 §4.1.3).
struct AudienceRules: Sendable {
    private let audiences: [[UInt8]]
    private let problems: [String]

    init(_ configuration: ValidatorConfiguration) {
        audiences = configuration.audiences.map { Array($0.utf8) }
        problems = configuration.problems
    }

    func check(_ claims: ClaimSet) throws(AuthError) {
        guard problems.isEmpty else {
            throw AuthError(.audienceInvalid, "The configuration admits no token: \(problems.joined(separator: " "))")
        }
        let audience = try audience(claims)
        guard audiences.contains(where: { isEqual(audience, $0) }) else {
            throw AuthError(.audienceInvalid, Self.diagnosis(of: audience))
        }
    }

    /// An array is allowed by the RFC; Entra sends one string, so an array is accepted with one only.
    private func audience(_ claims: ClaimSet) throws(AuthError) -> ArraySlice<UInt8> {
        guard let element = claims[.aud] else { throw AuthError(.claimMissing, "The claim aud is missing.") }
        if let value = element.utf8 { return value }
        let values = try claims.strings(.aud)
        guard 1...16 ~= values.count else {
            throw AuthError(.claimInvalid, "The claim aud has \(values.count) values.")
        }
        guard values.count == 1 else { throw AuthError(.audienceInvalid, "The claim aud has \(values.count) values.") }
        return values[0]
    }

    /// What a wrong audience usually means, for operators.
    private static func diagnosis(of audience: ArraySlice<UInt8>) -> String {
        if isEqual(audience, "00000003-0000-0000-c000-000000000000") || isEqual(audience, "https://graph.microsoft.com")
        {
            return "This is a Microsoft Graph token: the client must request a scope of this API instead."
        }
        if audience.starts(with: "api://".utf8) {
            return "The audience is an App ID URI (api://…), as in v1.0 tokens: configure it, or set "
                + "requestedAccessTokenVersion to 2."
        }
        return "The token is for another API."
    }
}
