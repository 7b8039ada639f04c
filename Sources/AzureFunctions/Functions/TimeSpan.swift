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

    /// A duration above zero; nil for anything else.
    static func parse(_ text: String) -> Duration? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 3, text.utf8.allSatisfy({ 0x30...0x3A ~= $0 || $0 == 0x2E }) else { return nil }
        let head = parts[0].split(separator: ".", omittingEmptySubsequences: false)
        guard head.count <= 2, let hours = Int(head[head.count - 1]), 0...23 ~= hours,
            let days = head.count == 2 ? Int(head[0]) : 0, 0...10_675_199 ~= days,
            let minutes = Int(parts[1]), 0...59 ~= minutes, let seconds = Double(parts[2]), 0..<60 ~= seconds
        else { return nil }
        let time = Duration.seconds(days * 86_400 + hours * 3_600 + minutes * 60) + .seconds(seconds)
        return time > .zero ? time : nil
    }
}
