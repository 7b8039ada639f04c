// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// A local tenant as the development page needs it: who can sign in, tokens for them, and what is wrong with a token.
public protocol DevelopmentTokens: Sendable {
    /// The tenant's users and APIs.
    var tenant: DevelopmentTenant { get }

    /// Makes a token.
    ///
    /// - Parameter request: Whose token, and for what.
    /// - Returns: The compact token.
    /// - Throws: ``DevelopmentTokenError`` when the tenant does not know a name; the page shows its message.
    func token(_ request: DevelopmentTokenRequest) async throws(DevelopmentTokenError) -> String

    /// Looks a token over, check by check.
    ///
    /// - Parameter text: A token, or a whole `Authorization` header; at most 64 KiB.
    /// - Returns: The report, a JSON object with `verdict` and `checks`.
    /// - Throws: ``DevelopmentTokenError`` when nothing can be said; the page shows its message.
    func report(on text: String) async throws(DevelopmentTokenError) -> [UInt8]
}
