// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials

/// Writes moments by .NET's custom format strings, as far as file names use them.
enum DotNetDateFormat {
    /// The moment in UTC; without a format as `2024-10-24T10-11-12Z`, which a file name may hold.
    static func text(_ date: Date, format: String) -> String {
        // `2024-10-24T10:11:12.1234567Z`
        let ticks = HostDate.ticks(date)
        func part(_ start: Int, _ count: Int) -> String { String(ticks.dropFirst(start).prefix(count)) }
        var result = ""
        var rest = (format.isEmpty ? "yyyy-MM-ddTHH-mm-ssZ" : format)[...]
        while let letter = rest.first {
            let run = rest.prefix { $0 == letter }
            rest = rest[run.endIndex...]
            switch (letter, run.count) {
            case ("y", 4...): result += part(0, 4)
            case ("y", 2): result += part(2, 2)
            case ("M", 1...2): result += short(part(5, 2), run.count)
            case ("d", 1...2): result += short(part(8, 2), run.count)
            case ("H", 1...2): result += short(part(11, 2), run.count)
            case ("m", 1...2): result += short(part(14, 2), run.count)
            case ("s", 1...2): result += short(part(17, 2), run.count)
            case ("f", 1...7): result += part(20, run.count)
            default: result += run
            }
        }
        return result
    }

    private static func short(_ digits: String, _ count: Int) -> String {
        count == 1 && digits.hasPrefix("0") ? String(digits.dropFirst()) : digits
    }
}
