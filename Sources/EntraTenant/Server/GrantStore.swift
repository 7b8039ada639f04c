// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// The codes, refresh tokens and sessions that are alive; bounded, in memory only.
struct GrantStore: Sendable {
    var codes = BoundedStore<AuthorizationCode>(capacity: 1_000)
    var refreshTokens = BoundedStore<RefreshGrant>(capacity: 10_000)
    /// Object ids of users by session cookie.
    var sessions = BoundedStore<String>(capacity: 1_000)
}
