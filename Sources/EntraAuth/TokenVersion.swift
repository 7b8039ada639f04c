// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// The two formats of Entra's access tokens; the API's registration decides which one it gets (`spec §1`).
public enum TokenVersion: String, Sendable, Hashable, CaseIterable {
    /// `requestedAccessTokenVersion` null or 1.
    case v1 = "1.0"
    /// `requestedAccessTokenVersion` 2.
    case v2 = "2.0"
}
