// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

public import FoundationEssentials

/// The clock of the machine.
public struct SystemHostClock: HostClock {
    /// Creates the clock.
    public init() {}

    /// The present.
    public var now: Date { Date() }

    /// Waits until a moment, also when the machine's time is changed meanwhile.
    ///
    /// - Parameter date: The moment.
    /// - Throws: `CancellationError` when the task is cancelled.
    public func sleep(until date: Date) async throws {
        while case let rest = date.timeIntervalSince(now), rest > 0 {
            try await Task.sleep(for: .seconds(min(rest, 30)))
        }
    }
}
