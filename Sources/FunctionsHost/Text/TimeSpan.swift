// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// Reads .NET's `TimeSpan` texts, `[d.]hh:mm:ss[.fff]`.
enum TimeSpan {
    static func parse(_ text: String) -> Duration? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        // `Int64` would read the sign of "-00" and lose it.
        guard parts.count == 3, !text.contains(where: { $0 == "-" || $0 == "+" }) else { return nil }
        let head = parts[0].split(separator: ".", omittingEmptySubsequences: false)
        guard head.count <= 2, let hours = Int64(head[head.count - 1]), 0...23 ~= hours,
            let days = head.count == 2 ? Int64(head[0]) : 0, 0...10_675_199 ~= days,
            let minutes = Int64(parts[1]), 0...59 ~= minutes, let seconds = Double(parts[2]), 0..<60 ~= seconds
        else { return nil }
        return .seconds(days * 86_400 + hours * 3_600 + minutes * 60) + .seconds(seconds)
    }

    /// `00:05:00` or `00:00:00.5000000`, as .NET prints it.
    static func format(_ duration: Duration) -> String {
        let seconds = duration.components.seconds
        let days = seconds / 86_400
        let clock = [seconds / 3_600 % 24, seconds / 60 % 60, seconds % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
        let ticks = duration.components.attoseconds / 100_000_000_000
        let fraction = ticks == 0 ? "" : "." + String(repeating: "0", count: 7 - String(ticks).count) + String(ticks)
        return (days > 0 ? "\(days)." : "") + clock.joined(separator: ":") + fraction
    }
}
