// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import EntraAuth
import EntraTenant
import Synchronization

/// The clocks of tenant and validator in one: they stand until a test moves them, and sleeping takes its real time.
final class LabTime: TimeSource {
    private let moved = Mutex<Duration>(.zero)

    /// The tenant's view.
    var wallClock: WallClock { WallClock { self.unixTime() } }

    func unixTime() -> Int64 { 1_800_000_000 + uptime().components.seconds }

    func uptime() -> Duration { moved.withLock { $0 } }

    func sleep(for duration: Duration) async throws { try await Task.sleep(for: duration) }

    func advance(by duration: Duration) { moved.withLock { $0 += duration } }
}
