// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// On whose behalf a token speaks (`spec §8`).
public enum TokenKind: String, Sendable, Hashable {
    /// A client acts for a signed-in user; `scp` says what it may do.
    case delegated
    /// An application acts for itself; `roles` says what it may do.
    case application
    /// Neither is established; no policy accepts such a token.
    case undetermined
}
