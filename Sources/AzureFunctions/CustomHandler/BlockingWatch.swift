// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

package import Logging
import Synchronization

/// Tells in development which function holds up an event loop, while it does.
package final class BlockingWatch: Sendable {
    private struct Segment {
        let function: String
        let start: ContinuousClock.Instant
    }

    private let threshold: Duration
    private let logger: Logger
    private let now: @Sendable () -> ContinuousClock.Instant
    private let state = Mutex<(next: Int, segments: [Int: Segment])>((0, [:]))

    /// - Parameters:
    ///   - threshold: How long a function may keep its event loop.
    ///   - logger: Gets the warnings.
    ///   - now: The clock.
    package init(
        threshold: Duration, logger: Logger, now: @escaping @Sendable () -> ContinuousClock.Instant = { .now }
    ) {
        self.threshold = threshold
        self.logger = logger
        self.now = now
    }

    /// A function's code starts or goes on; it has the loop until ``ended(_:)``.
    package func began(_ function: String) -> Int {
        let segment = Segment(function: function, start: now())
        return state.withLock { state in
            state.next += 1
            state.segments[state.next] = segment
            return state.next
        }
    }

    /// The code waits or is done; the loop is free.
    package func ended(_ id: Int) {
        if let segment = state.withLock({ $0.segments.removeValue(forKey: id) }) { warn([segment]) }
    }

    /// Warns of what holds a loop up at this moment, once for each.
    package func inspect() {
        let time = now()
        let late = state.withLock { state in
            state.segments.filter { time - $0.value.start >= threshold }.map { id, segment in
                state.segments[id] = nil
                return segment
            }
        }
        warn(late)
    }

    /// Looks at all loops again and again until the task is cancelled.
    func run() async {
        while (try? await Task.sleep(for: threshold / 2)) != nil { inspect() }
    }

    private func warn(_ segments: [Segment]) {
        let time = now()
        for segment in segments where time - segment.start >= threshold {
            let milliseconds = (time - segment.start) / .milliseconds(1)
            logger.warning(
                "A function blocks its event loop and holds up other invocations; declare it with runsOn: .concurrentPool.",
                metadata: ["function": "\(segment.function)", "blocked.ms": "\(Int(milliseconds))"])
        }
    }
}
