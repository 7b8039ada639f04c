// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The clocks of validator and key store, injected so that tests decide what time it is.
public protocol TimeSource: Sendable {
    /// The wall clock: seconds since 1970-01-01T00:00:00Z, for the claims of a token.
    func unixTime() -> Int64
    /// A clock that never jumps, from any origin, for ages and waits.
    func uptime() -> Duration
    /// Suspends for a time.
    ///
    /// - Parameter duration: How long.
    /// - Throws: `CancellationError` when the task is cancelled.
    func sleep(for duration: Duration) async throws
}

/// The clocks of this machine.
public struct SystemTimeSource: TimeSource {
    /// Creates the clocks.
    public init() {}

    /// `CLOCK_REALTIME` in whole seconds.
    public func unixTime() -> Int64 {
        Int64(read(CLOCK_REALTIME).tv_sec)
    }

    /// `CLOCK_MONOTONIC`.
    public func uptime() -> Duration {
        let time = read(CLOCK_MONOTONIC)
        return .seconds(Int64(time.tv_sec)) + .nanoseconds(Int64(time.tv_nsec))
    }

    /// Suspends on the continuous clock.
    ///
    /// - Parameter duration: How long.
    /// - Throws: `CancellationError` when the task is cancelled.
    public func sleep(for duration: Duration) async throws {
        try await Task.sleep(for: duration)
    }

    private func read(_ clock: clockid_t) -> timespec {
        var time = timespec()
        clock_gettime(clock, &time)
        return time
    }
}
