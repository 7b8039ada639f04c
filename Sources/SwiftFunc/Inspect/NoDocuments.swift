// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import EntraAuth

/// For a token that is looked at without keys.
struct NoDocuments: DocumentTransport {
    func get(_ url: String, limits: FetchLimits) async throws(FetchError) -> FetchedDocument {
        throw FetchError(.content, "No keys were given.")
    }
}
