// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import EntraAuth
import EntraTenant

/// A transport that gives servers half a minute, because test machines are slow, and one faulty document as little as
/// the test says.
struct LabTransport: DocumentTransport {
    /// A document for which nobody waits long.
    struct Haste: Sendable {
        let document: LocalTenant.Document
        let deadline: Duration
    }

    let base: any DocumentTransport
    let haste: Haste?

    func get(_ url: String, limits: FetchLimits) async throws(FetchError) -> FetchedDocument {
        let document: LocalTenant.Document = url.hasSuffix("/keys") ? .keys : .metadata
        let deadline = haste.flatMap { $0.document == document ? $0.deadline : nil } ?? .seconds(30)
        return try await base.get(url, limits: FetchLimits(deadline: deadline, bodySize: limits.bodySize))
    }
}
