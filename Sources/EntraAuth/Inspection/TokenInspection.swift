// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

public import StrictJSON

/// A token looked at check by check, for people who want to know why it is refused.
public struct TokenInspection: Sendable {
    /// Every check that applies, in order.
    public let checks: [InspectedCheck]
    /// What ``TokenValidator/validate(_:policy:)`` says about the same token; nothing else decides.
    public let verdict: Result<Principal, AuthError>
    /// The header as it stands in the token, believed or not.
    public let unverifiedHeader: JSONElement?
    /// The payload as it stands in the token, believed or not.
    public let unverifiedPayload: JSONElement?

    /// Whether the token's signature is that of a known key; without it every claim is hearsay.
    public var isSignatureVerified: Bool { outcome(of: .signature) == .passed }

    /// The first rule that the token breaks.
    public var firstFailure: AuthError? {
        for check in checks {
            if case .failed(let error) = check.outcome { return error }
        }
        return nil
    }

    /// What came of a check.
    ///
    /// - Parameter name: Which check.
    /// - Returns: The outcome, or nil when the check does not apply to this validator.
    public func outcome(of name: InspectedCheck.Name) -> InspectedCheck.Outcome? {
        checks.first { $0.name == name }?.outcome
    }
}
