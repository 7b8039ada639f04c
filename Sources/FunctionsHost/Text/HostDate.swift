// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials

/// Dates as the host writes them.
enum HostDate {
    /// `2024-10-24T10:11:12.123Z`.
    static func milliseconds(_ date: Date) -> String {
        let moment = Moment(date)
        return moment.clock + "." + Moment.digits(moment.ticks / 10_000, 3) + "Z"
    }

    /// `2024-10-24T10:11:12.1234567Z`.
    static func ticks(_ date: Date) -> String {
        let moment = Moment(date)
        return moment.clock + "." + Moment.digits(moment.ticks, 7) + "Z"
    }

    /// `2024-10-24T10:11:12+00:00` (host contract §7.1).
    static func seconds(_ date: Date) -> String { Moment(date).clock + "+00:00" }

    /// `2024-10-24T10:11:12`, what is left of a `DateTime` (host contract §7.1).
    static func bare(_ date: Date) -> String { Moment(date).clock }

    /// A moment in UTC as its parts; the years 1 to 9999.
    ///
    /// Arithmetic instead of a calendar, since every line of the log has a date.
    private struct Moment {
        let clock: String
        /// Of 100 ns, since the last second.
        let ticks: Int

        init(_ date: Date) {
            let time = min(max(date.timeIntervalSince1970, -62_135_596_800), 253_402_300_799)
            let second = time.rounded(.down)
            ticks = min(9_999_999, Int(((time - second) * 10_000_000).rounded(.down)))
            let seconds = Int(second)
            let days = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
            let rest = seconds - days * 86_400
            // Eras of 400 years from 1 March of the year 0, so that a leap day ends a year; none before year 1.
            let shifted = days + 719_468
            let era = shifted / 146_097
            let dayOfEra = shifted - era * 146_097
            let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
            let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
            let shiftedMonth = (5 * dayOfYear + 2) / 153
            let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
            let year = era * 400 + yearOfEra + (month < 3 ? 1 : 0)
            let digits = Self.digits
            clock =
                digits(year, 4) + "-" + digits(month, 2) + "-"
                + digits(dayOfYear - (153 * shiftedMonth + 2) / 5 + 1, 2) + "T" + digits(rest / 3_600, 2) + ":"
                + digits(rest / 60 % 60, 2) + ":" + digits(rest % 60, 2)
        }

        static func digits(_ value: Int, _ count: Int) -> String {
            let text = String(value)
            return text.utf8.count < count ? String(repeating: "0", count: count - text.utf8.count) + text : text
        }
    }
}
