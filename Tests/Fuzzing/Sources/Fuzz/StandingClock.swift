// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import EntraAuth

/// A wall clock that stands at the hour for which the good token is made.
struct StandingClock: TimeSource {
    private let clocks = SystemTimeSource()

    func unixTime() -> Int64 { Material.now }

    func uptime() -> Duration { clocks.uptime() }

    func sleep(for duration: Duration) async throws { try await clocks.sleep(for: duration) }
}
