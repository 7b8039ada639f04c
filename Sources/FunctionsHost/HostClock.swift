// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

public import FoundationEssentials

/// What time it is, and waiting for a time.
public protocol HostClock: Sendable {
    /// The present.
    var now: Date { get }
    /// Waits until a moment.
    ///
    /// - Parameter date: The moment; in the past, the wait is over at once.
    /// - Throws: `CancellationError` when the task is cancelled.
    func sleep(until date: Date) async throws
}
