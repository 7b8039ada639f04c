// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// A day of the Gregorian calendar in UTC, from its number.
///
/// Twelve lines of arithmetic instead of `Calendar`, which would bring ICU's tables into the handler.
struct CivilDay {
    let month: Int
    let day: Int
    /// 0 is Sunday.
    let weekday: Int

    init(daysSince1970: Int) {
        // Days are counted in eras of 400 years from 1 March of the year 0, so that a leap day ends a year.
        let shifted = daysSince1970 + 719_468
        let dayOfEra = shifted - shifted.floorDivided(by: 146_097) * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let days = daysSince1970 + 4
        weekday = days - days.floorDivided(by: 7) * 7
    }
}

extension Int {
    func floorDivided(by divisor: Int) -> Int {
        let quotient = self / divisor
        return self < 0 && quotient * divisor != self ? quotient - 1 : quotient
    }
}
