// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import EntraAuth

/// An authority's documents from memory.
struct Documents: DocumentTransport {
    let metadata: [UInt8]
    let keySet: [UInt8]

    func get(_ url: String, limits: FetchLimits) async throws(FetchError) -> FetchedDocument {
        let body = url.hasSuffix("/openid-configuration") ? metadata : keySet
        return FetchedDocument(status: 200, contentType: "application/json", body: body)
    }
}
