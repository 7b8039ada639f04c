// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// Durations as .NET writes them: `[d.]hh:mm:ss[.fffffff]`.
enum TimeSpan {
    static func text(_ duration: Duration) -> String {
        let (seconds, attoseconds) = duration.components
        func two(_ value: Int64) -> String { (value < 10 ? "0" : "") + "\(value)" }
        let days = seconds / 86_400
        var text = days == 0 ? "" : "\(days)."
        text += "\(two(seconds / 3_600 % 24)):\(two(seconds / 60 % 60)):\(two(seconds % 60))"
        let ticks = "\(attoseconds / 100_000_000_000)"
        return attoseconds == 0 ? text : text + "." + String(repeating: "0", count: 7 - ticks.count) + ticks
    }
}
