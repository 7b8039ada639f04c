// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// What the runtime does before the host's `functionTimeout` is over.
///
/// The host then kills the whole process, and with it every other running invocation (host contract §3.3). A failed
/// invocation costs only itself, so the handler ends it first: the task is cancelled, and when it does not react the
/// host gets its answer without it.
struct TimeLimit: Sendable {
    /// From the arrival of the invocation to the cancellation of its task.
    let cancellation: Duration
    /// From the cancellation to the answer, if the task does not react.
    let reaction: Duration
    /// The host's time-out.
    let total: Duration

    /// - Parameter total: The host's time-out.
    init(_ total: Duration) {
        let margin = min(total / 10, .seconds(5))
        self.total = total
        cancellation = total - margin
        reaction = margin / 2
    }
}
