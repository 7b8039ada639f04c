// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// Whether a token still counts.
public enum RevocationVerdict: Sendable, Hashable {
    /// It does.
    case valid
    /// It does not, and a newer one would not either.
    case revoked
    /// It does not, but one issued at or after this moment, in seconds since 1970, would.
    case requiresIssuedAfter(Int64)
}
