// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// One field of an NCRONTAB expression as the values that it allows.
struct CronField: Sendable {
    enum Kind: CaseIterable {
        case second, minute, hour, day, month, weekday

        var range: ClosedRange<Int> {
            switch self {
            case .second, .minute: 0...59
            case .hour: 0...23
            case .day: 1...31
            case .month: 1...12
            case .weekday: 0...6
            }
        }

        var names: [String] {
            switch self {
            case .month: ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
            case .weekday: ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]
            default: []
            }
        }
    }

    /// In rising order.
    let values: [Int]

    init(_ text: Substring, _ kind: Kind) throws(TimerScheduleError) {
        var allowed: Set<Int> = []
        for item in text.split(separator: ",", omittingEmptySubsequences: false) {
            let parts = item.split(separator: "/", omittingEmptySubsequences: false)
            guard parts.count <= 2, let step = parts.count == 2 ? Int(parts[1]) : 1, step > 0 else {
                throw TimerScheduleError("\"\(item)\" has no valid step in the field of the \(kind).")
            }
            let range = try Self.range(parts[0], kind, hasStep: parts.count == 2)
            allowed.formUnion(stride(from: range.lowerBound, through: range.upperBound, by: step))
        }
        values = allowed.sorted()
    }

    func contains(_ value: Int) -> Bool { values.contains(value) }

    private static func range(
        _ text: Substring, _ kind: Kind, hasStep: Bool
    ) throws(TimerScheduleError) -> ClosedRange<Int> {
        if text == "*" { return kind.range }
        let ends = text.split(separator: "-", omittingEmptySubsequences: false)
        guard ends.count <= 2 else {
            throw TimerScheduleError("\"\(text)\" is not a range in the field of the \(kind).")
        }
        let low = try value(ends[0], kind)
        let high = ends.count == 2 ? try value(ends[1], kind) : hasStep ? kind.range.upperBound : low
        guard low <= high else {
            throw TimerScheduleError("the range \"\(text)\" of the \(kind) ends before it begins.")
        }
        return low...high
    }

    private static func value(_ text: Substring, _ kind: Kind) throws(TimerScheduleError) -> Int {
        if let index = kind.names.firstIndex(of: String(text.prefix(3)).lowercased()), text.count >= 3 {
            return kind.range.lowerBound + index
        }
        guard let value = Int(text), kind.range ~= value else {
            throw TimerScheduleError(
                "\"\(text)\" is not a \(kind); it must be \(kind.range.lowerBound) to \(kind.range.upperBound).")
        }
        return value
    }
}
