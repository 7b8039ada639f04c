// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import EntraAuth

/// Clocks that cost what a machine's clocks cost and always show the hour for which the tokens are made.
struct FixedTime: TimeSource {
    private let clocks = SystemTimeSource()

    func unixTime() -> Int64 {
        clocks.unixTime() > 0 ? SampleTexts.now : 0
    }

    func uptime() -> Duration { clocks.uptime() }

    func sleep(for duration: Duration) async throws { try await clocks.sleep(for: duration) }
}
