// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// How often and after which time the host invokes a function again whose handler threw (host contract §1.5, §9).
///
/// Each attempt is an invocation of its own; ``InvocationContext/retry`` counts them.
public struct RetryPolicy: Sendable, Hashable {
    private enum Strategy: Sendable, Hashable {
        case fixedDelay(Duration)
        case exponentialBackoff(minimum: Duration, maximum: Duration)
    }

    private let strategy: Strategy
    private let maximumCount: Int

    /// The same time between all attempts.
    ///
    /// - Parameters:
    ///   - delay: The time, in whole milliseconds.
    ///   - maximumCount: Attempts after the first; -1 for ever.
    /// - Returns: The policy.
    public static func fixed(delay: Duration, maximumCount: Int) -> RetryPolicy {
        RetryPolicy(strategy: .fixedDelay(delay), maximumCount: maximumCount)
    }

    /// A time that doubles from attempt to attempt.
    ///
    /// - Parameters:
    ///   - minimum: The first time, in whole milliseconds.
    ///   - maximum: The longest time.
    ///   - maximumCount: Attempts after the first; -1 for ever.
    /// - Returns: The policy.
    public static func exponential(minimum: Duration, maximum: Duration, maximumCount: Int) -> RetryPolicy {
        RetryPolicy(strategy: .exponentialBackoff(minimum: minimum, maximum: maximum), maximumCount: maximumCount)
    }

    var problems: [Problem.Draft] {
        var texts: [String] = []
        if maximumCount < -1 { texts.append("the retry count is \(maximumCount); use -1 for ever, or 0 and more.") }
        switch strategy {
        case .fixedDelay(let delay):
            if delay < .zero { texts.append("the retry delay is negative.") }
        case .exponentialBackoff(let minimum, let maximum):
            if minimum <= .zero { texts.append("the shortest retry interval must be more than zero.") }
            if maximum < minimum { texts.append("the longest retry interval is shorter than the shortest.") }
        }
        return texts.map { Problem.Draft(.retryPolicy, $0) }
    }

    /// The `retry` member of function.json.
    var json: JSONValue {
        switch strategy {
        case .fixedDelay(let delay):
            [
                "strategy": "fixedDelay", "maxRetryCount": .integer(Int64(maximumCount)),
                "delayInterval": .string(TimeSpan.text(delay)),
            ]
        case .exponentialBackoff(let minimum, let maximum):
            [
                "strategy": "exponentialBackoff", "maxRetryCount": .integer(Int64(maximumCount)),
                "minimumInterval": .string(TimeSpan.text(minimum)),
                "maximumInterval": .string(TimeSpan.text(maximum)),
            ]
        }
    }
}
