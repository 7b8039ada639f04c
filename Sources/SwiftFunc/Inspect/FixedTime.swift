// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import EntraAuth

/// A wall clock that stands still, so that every check sees the same moment.
struct FixedTime: TimeSource {
    private let now: Int64
    private let clocks = SystemTimeSource()

    init(_ now: Int64) {
        self.now = now
    }

    func unixTime() -> Int64 { now }

    func uptime() -> Duration { clocks.uptime() }

    func sleep(for duration: Duration) async throws { try await clocks.sleep(for: duration) }
}
