// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// `exp`, `nbf` and `iat` of a token, in seconds since 1970.
struct TokenDates: Sendable {
    let expiry, notBefore, issuedAt: Int64
}
