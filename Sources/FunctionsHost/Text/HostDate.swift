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

    /// What .NET prints for a text that Newtonsoft takes for a date, `10/24/2024 10:11:12`; nil for other text
    /// (host contract §7.1).
    static func invariant(_ text: String) -> String? {
        guard text.utf8.count >= 19, text.utf8.dropFirst(10).first == UInt8(ascii: "T") else { return nil }
        let zone = text.dropFirst(19).drop { $0 == "." || $0.isASCII && $0.isNumber }
        guard let date = parse(zone.isEmpty ? text + "Z" : text) else { return nil }
        let parts = clock(date).split(separator: "T")
        let day = parts[0].split(separator: "-")
        return "\(day[1])/\(day[2])/\(day[0]) \(parts[1])"
    }

    private static func parse(_ text: String) -> Date? {
        if let date = try? Date(text, strategy: .iso8601) { return date }
        return try? Date(text, strategy: Date.ISO8601FormatStyle(includingFractionalSeconds: true))
    }

    /// `2024-10-24T10:11:12`.
    private static func clock(_ date: Date) -> String { String(date.formatted(.iso8601).prefix(19)) }
}
