// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// The key that the host asks for before an HTTP function is called (host contract §6.2).
public enum AuthLevel: String, Sendable, Hashable {
    /// None: the function is open, or guards itself with tokens.
    case anonymous
    /// A function or host key; the host's default.
    case function
    /// The master key.
    case admin
}
