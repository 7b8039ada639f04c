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

    /// Creates an error.
    ///
    /// - Parameters:
    ///   - code: The rule that was broken.
    ///   - diagnostic: What an operator needs to mend it.
    ///   - requiredScopes: Scopes that would satisfy the policy.
    ///   - retryAfter: Seconds after which a client may try again.
    public init(_ code: Code, _ diagnostic: String, requiredScopes: [String] = [], retryAfter: Int? = nil) {
        self.code = code
        self.diagnostic = diagnostic
        self.requiredScopes = requiredScopes
        self.retryAfter = retryAfter
    }

    /// The HTTP status of the answer.
    public var status: Int { code.status }

    /// The fixed text for the client.
    public var message: String { code.message }

    /// `code: message`, without anything from the request.
    public var description: String { "\(code): \(message)" }

    /// Compares codes only.
    public static func == (left: AuthError, right: AuthError) -> Bool { left.code == right.code }
}
