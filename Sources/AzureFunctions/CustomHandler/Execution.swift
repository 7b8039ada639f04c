// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// Where a function's code runs.
public struct Execution: Sendable, Hashable {
    private let isPool: Bool

    /// On the event loop of the connection that the host calls on.
    ///
    /// The fastest for code that waits with `await`. Code that computes for long, or blocks, holds up the other
    /// invocations of that loop; in development a warning names such a function.
    public static let eventLoop = Execution(isPool: false)
    /// On Swift's concurrent pool, for code that computes for long.
    public static let concurrentPool = Execution(isPool: true)
}
