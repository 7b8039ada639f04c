// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// `Date` of an answer (RFC 9110 §5.6.7), in the one form that senders use.
enum HTTPDate {
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    /// Seconds since 1970; nil for anything that is not such as `Sun, 06 Nov 1994 08:49:37 GMT`.
    static func parse(_ text: String) -> Double? {
        guard let match = text.wholeMatch(of: /[A-Z][a-z]{2}, (\d\d) ([A-Z][a-z]{2}) (\d{4}) (\d\d):(\d\d):(\d\d) GMT/),
            let day = Int(match.1), let month = months.firstIndex(of: String(match.2)), let year = Int(match.3),
            let hour = Int(match.4), let minute = Int(match.5), let second = Int(match.6),
            1...31 ~= day, hour < 24, minute < 60, second <= 60
        else { return nil }
        // Days since 1970 by Howard Hinnant's civil calendar: the year begins in March.
        let shifted = month < 2 ? year - 1 : year
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * ((month + 10) % 12) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        let days = era * 146_097 + dayOfEra - 719_468
        return Double(days * 86_400 + hour * 3_600 + minute * 60 + second)
    }
}
