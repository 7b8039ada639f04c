// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// How often, and after what time, a failed invocation is repeated (host contract §1.5, §9).
struct RetryPolicy: Sendable, Equatable {
    enum Strategy: Sendable, Equatable {
        case fixedDelay(Duration)
        case exponentialBackoff(minimum: Duration, maximum: Duration)
    }

    let strategy: Strategy
    /// Nil means for ever.
    let maximumCount: Int?

    /// Reads the members of a `retry` object.
    ///
    /// - Parameter member: The text of a member; nil when absent.
    /// - Throws: ``InvalidRetryPolicy``, which puts the function in error or keeps the host from starting.
    init(_ member: (String) -> String?) throws(InvalidRetryPolicy) {
        guard let text = member("maxRetryCount"), let count = Int(text), count >= -1, count <= Int(Int32.max) else {
            throw InvalidRetryPolicy(member: "maxRetryCount", rule: "must be -1 (for ever), 0 or more")
        }
        maximumCount = count == -1 ? nil : count
        func interval(_ name: String) throws(InvalidRetryPolicy) -> Duration {
            guard let interval = member(name).flatMap(TimeSpan.parse) else {
                throw InvalidRetryPolicy(member: name, rule: "must be a time such as \"00:00:10\"")
            }
            return interval
        }
        switch member("strategy")?.lowercased() {
        case "fixeddelay":
            strategy = .fixedDelay(try interval("delayInterval"))
        case "exponentialbackoff":
            let minimum = try interval("minimumInterval"), maximum = try interval("maximumInterval")
            guard minimum <= maximum else {
                throw InvalidRetryPolicy(member: "minimumInterval", rule: "must not be above maximumInterval")
            }
            strategy = .exponentialBackoff(minimum: minimum, maximum: maximum)
        default:
            throw InvalidRetryPolicy(member: "strategy", rule: "must be fixedDelay or exponentialBackoff")
        }
    }

    /// The time before a repetition.
    ///
    /// - Parameters:
    ///   - attempt: 1 for the first repetition.
    ///   - spread: A factor of 0.8 to 1.2 that keeps instances apart.
    /// - Returns: The time, never above the maximum.
    func delay(before attempt: Int, spread: Double) -> Duration {
        switch strategy {
        case .fixedDelay(let delay):
            return delay
        case .exponentialBackoff(let minimum, let maximum):
            var delay = minimum
            // Doubling ends at the maximum, so that no count can overflow it.
            for _ in 1..<max(2, min(attempt, 64)) where delay < maximum && attempt > 1 { delay *= 2 }
            return min(maximum, max(minimum, delay * spread))
        }
    }
}
