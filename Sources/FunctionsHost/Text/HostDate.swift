// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials

/// Dates as the host writes them.
enum HostDate {
    /// `2024-10-24T10:11:12.123Z`.
    static func milliseconds(_ date: Date) -> String {
        date.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
    }

    /// `2024-10-24T10:11:12.1234567Z`.
    static func ticks(_ date: Date) -> String {
        let seconds = date.timeIntervalSince1970.rounded(.down)
        let ticks = min(9_999_999, Int(((date.timeIntervalSince1970 - seconds) * 10_000_000).rounded(.down)))
        let digits = String(ticks)
        return clock(Date(timeIntervalSince1970: seconds)) + "." + String(repeating: "0", count: 7 - digits.count)
            + digits + "Z"
    }

    /// `2024-10-24T10:11:12+00:00` (host contract §7.1).
    static func seconds(_ date: Date) -> String { clock(date) + "+00:00" }

    /// `2024-10-24T10:11:12`, what is left of a `DateTime` (host contract §7.1).
    static func bare(_ date: Date) -> String { clock(date) }

    /// `2024-10-24T10:11:12`.
    private static func clock(_ date: Date) -> String { String(date.formatted(.iso8601).prefix(19)) }
}
