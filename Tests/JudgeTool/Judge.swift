// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// An implementation that judges tokens.
protocol Judge: Sendable {
    /// `accepted`, or why not in the implementation's own words.
    func code(_ sample: Case) async -> String
}
