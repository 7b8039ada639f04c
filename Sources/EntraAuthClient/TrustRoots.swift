// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// Which certificate authorities vouch for an authority's https.
public enum TrustRoots: Sendable, Hashable {
    /// Those of the operating system.
    case system
    /// One PEM file, for a tenant emulator on a development machine.
    case file(String)
}
