// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import EntraAuth

/// A wall clock that stands where the sample says.
struct StandingClock: TimeSource {
    let now: Int64
    private let clocks = SystemTimeSource()

    init(now: Int64) {
        self.now = now
    }

    func unixTime() -> Int64 { now }

    func uptime() -> Duration { clocks.uptime() }

    func sleep(for duration: Duration) async throws { try await clocks.sleep(for: duration) }
}
