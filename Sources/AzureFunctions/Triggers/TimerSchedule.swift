// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

package import FoundationEssentials

/// A timer's schedule: NCRONTAB with six fields (or five, without seconds), or a .NET `TimeSpan`, in UTC.
package struct TimerSchedule: Sendable {
    private enum Rule: Sendable {
        case interval(Double)
        case fields([CronField])
    }

    private let rule: Rule

    /// Parses a schedule.
    ///
    /// - Parameter text: Such as `0 */5 * * * *` or `00:30:00`; no `%SETTING%`.
    /// - Throws: ``TimerScheduleError`` with what is wrong.
    package init(_ text: String) throws(TimerScheduleError) {
        let words = text.split { $0 == " " || $0 == "\t" }
        if words.count == 1, let seconds = Self.interval(words[0]) {
            guard seconds >= 1 else { throw TimerScheduleError("the interval \"\(text)\" is shorter than a second.") }
            rule = .interval(seconds)
            return
        }
        guard words.count == 5 || words.count == 6 else {
            throw TimerScheduleError(
                "\"\(text)\" is not a schedule: write six fields (second minute hour day month weekday) such as "
                    + "\"0 */5 * * * *\", or a time span such as \"00:05:00\".")
        }
        let texts = words.count == 6 ? words : ["0"] + words
        var fields: [CronField] = []
        for (kind, field) in zip(CronField.Kind.allCases, texts) { fields.append(try CronField(field, kind)) }
        rule = .fields(fields)
        if case .fields = rule, next(after: Date(timeIntervalSince1970: 1_767_225_600)) == nil {
            throw TimerScheduleError("\"\(text)\" never fires: no month has that day.")
        }
    }

    /// Whether two firings may be less than a minute apart; the host does not monitor such a schedule.
    package var firesMoreThanOncePerMinute: Bool {
        switch rule {
        case .interval(let seconds): seconds < 60
        case .fields(let fields): fields[0].values.count > 1
        }
    }

    /// The first firing after a moment; nil when there is none within eight years.
    ///
    /// - Parameter date: The moment; it does not count itself.
    /// - Returns: The firing, in UTC.
    package func next(after date: Date) -> Date? {
        switch rule {
        case .interval(let seconds): date.addingTimeInterval(seconds)
        case .fields(let fields): Self.next(after: date, fields)
        }
    }

    private static func next(after date: Date, _ fields: [CronField]) -> Date? {
        let start = Int(date.timeIntervalSince1970.rounded(.down)) + 1
        var day = start.floorDivided(by: 86_400)
        var second = start - day * 86_400
        // Eight years hold every 29 February, also around a century that has none.
        for _ in 0..<(8 * 366) {
            let civil = CivilDay(daysSince1970: day)
            if fields[3].contains(civil.day), fields[4].contains(civil.month), fields[5].contains(civil.weekday),
                let time = firstTime(from: second, fields)
            {
                return Date(timeIntervalSince1970: Double(day * 86_400 + time))
            }
            day += 1
            second = 0
        }
        return nil
    }

    /// The first matching second of a day, from one on.
    private static func firstTime(from start: Int, _ fields: [CronField]) -> Int? {
        for hour in fields[2].values where hour * 3_600 + 3_599 >= start {
            for minute in fields[1].values where hour * 3_600 + minute * 60 + 59 >= start {
                for second in fields[0].values where hour * 3_600 + minute * 60 + second >= start {
                    return hour * 3_600 + minute * 60 + second
                }
            }
        }
        return nil
    }

    /// `[d.]hh:mm[:ss[.fffffff]]` of .NET, in seconds.
    private static func interval(_ text: Substring) -> Double? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        // `Int` would read the sign of "-00" and lose it.
        guard parts.count == 2 || parts.count == 3, !text.contains("-"), !text.contains("+") else { return nil }
        let head = parts[0].split(separator: ".", omittingEmptySubsequences: false)
        guard head.count <= 2, let hours = Int(head[head.count - 1]), 0...23 ~= hours,
            let minutes = Int(parts[1]), 0...59 ~= minutes,
            let seconds = parts.count == 3 ? Double(parts[2]) : 0, 0..<60 ~= seconds,
            let days = head.count == 2 ? Int(head[0]) : 0, 0...10_675_199 ~= days
        else { return nil }
        return Double(days * 86_400 + hours * 3_600 + minutes * 60) + seconds
    }
}
