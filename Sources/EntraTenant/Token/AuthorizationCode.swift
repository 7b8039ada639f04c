// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// What an authorization code stands for (RFC 6749 §4.1.2).
struct AuthorizationCode: Sendable {
    static let life: Int64 = 600

    let clientID: String
    let userID: String
    /// The redirect URI exactly as it was asked for.
    let redirectURI: String
    let scopes: ScopeRequest
    let nonce: String?
    let challenge: PKCEChallenge?
    /// A used code stays known until it expires, so that a replay is recognised.
    var isRedeemed = false
}
