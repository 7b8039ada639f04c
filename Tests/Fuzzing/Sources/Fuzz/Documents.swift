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

/// A wall clock that stands at the hour for which the good token is made.
struct StandingClock: TimeSource {
    private let clocks = SystemTimeSource()

    func unixTime() -> Int64 { Material.now }

    func uptime() -> Duration { clocks.uptime() }

    func sleep(for duration: Duration) async throws { try await clocks.sleep(for: duration) }
}
