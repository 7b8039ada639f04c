// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// What a refresh token stands for.
struct RefreshGrant: Sendable {
    static let life: Int64 = 90 * 86_400

    let clientID: String
    let userID: String
    let scopes: ScopeRequest
    /// The authorization code at the root of it, so that a replayed code can take its tokens with it.
    let origin: String?
}
