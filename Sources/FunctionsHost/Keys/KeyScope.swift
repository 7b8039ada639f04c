// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// Where a key opens (host contract §6.3).
enum KeyScope: Sendable, Hashable {
    /// All functions.
    case hostFunctions
    /// Webhooks of extensions.
    case system
    /// One function, by its name.
    case function(String)
}
