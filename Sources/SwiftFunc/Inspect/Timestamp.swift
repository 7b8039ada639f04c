// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials

/// A time of day for people: ISO 8601 in UTC, and how far away it is.
struct Timestamp {
    /// The last second of the year 9999.
    static let last: Int64 = 253_402_300_799

    let seconds: Int64

    /// Nil for what is no date.
    init?(_ seconds: Int64?) {
        guard let seconds, 0...Self.last ~= seconds else { return nil }
        self.seconds = seconds
    }

    /// Such as `2026-11-21T05:20:00Z`.
    var text: String { Date(timeIntervalSince1970: Double(seconds)).ISO8601Format() }

    /// Such as `5 min ago` or `in 52 min`.
    func relative(to now: Int64) -> String {
        let distance = seconds > now ? seconds - now : now - seconds
        let amount =
            switch distance {
            case 0..<120: "\(distance) s"
            case 120..<7_200: "\(distance / 60) min"
            case 7_200..<172_800: "\(distance / 3_600) h"
            default: "\(distance / 86_400) days"
            }
        if distance == 0 { return "now" }
        return seconds > now ? "in \(amount)" : "\(amount) ago"
    }
}
