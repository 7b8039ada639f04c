// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import EntraAuth

/// A transport whose fetches have less time than the validator grants.
struct HastyTransport: DocumentTransport {
    let base: any DocumentTransport
    let deadline: Duration

    func get(_ url: String, limits: FetchLimits) async throws(FetchError) -> FetchedDocument {
        try await base.get(
            url, limits: FetchLimits(deadline: min(deadline, limits.deadline), bodySize: limits.bodySize))
    }
}
