// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// Why a request is refused: a code for the caller, a private diagnosis for the operator, and what to tell the client.
///
/// Nothing in it comes from the token except through ``diagnostic``, which never leaves the process outside
/// development. Two errors are equal when their codes are.
public struct AuthError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The rule that was broken.
    public let code: Code
    /// What an operator needs to mend it; never sent to a client outside development, never the token itself.
    public let diagnostic: String
    /// Scopes that would satisfy the policy, for the challenge (RFC 6750 §3).
    public let requiredScopes: [String]
    /// Seconds after which a client may try again, for `Retry-After`.
    public let retryAfter: Int?
    /// What the client must ask Entra for; only for clients that said they understand it.
    public let claimsChallenge: ClaimsChallenge?

    /// Creates an error.
    ///
    /// - Parameters:
    ///   - code: The rule that was broken.
    ///   - diagnostic: What an operator needs to mend it.
    ///   - requiredScopes: Scopes that would satisfy the policy.
    ///   - retryAfter: Seconds after which a client may try again.
    ///   - claimsChallenge: What the client must ask Entra for.
    public init(
        _ code: Code, _ diagnostic: String, requiredScopes: [String] = [], retryAfter: Int? = nil,
        claimsChallenge: ClaimsChallenge? = nil
    ) {
        self.code = code
        self.diagnostic = diagnostic
        self.requiredScopes = requiredScopes
        self.retryAfter = retryAfter
        self.claimsChallenge = claimsChallenge
    }

    /// The HTTP status of the answer: the code's, but 403 for a step-up that the client would not understand.
    public var status: Int { code == .insufficientClaims && claimsChallenge == nil ? 403 : code.status }

    /// The fixed text for the client.
    public var message: String { code.message }

    /// `code: message`, without anything from the request.
    public var description: String { "\(code): \(message)" }

    /// Compares codes only.
    public static func == (left: AuthError, right: AuthError) -> Bool { left.code == right.code }
}
