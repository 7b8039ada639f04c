// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// A quirk that was met, and what it did.
struct QuirkFinding: Sendable, Equatable {
    let quirk: Quirk
    let message: String
}
