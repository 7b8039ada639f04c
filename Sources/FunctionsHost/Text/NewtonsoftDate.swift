// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials

/// A text that Newtonsoft takes for a date when it reads JSON (host contract §7.1, §8.2).
struct NewtonsoftDate: Sendable, Equatable {
    private enum Zone { case none, utc, local }

    /// `2024-10-24T10:11:12`, in UTC, which is the host's time zone, when the text had a zone.
    private let clock: String
    /// Without trailing zeros; empty when there is none.
    private let fraction: String
    private let zone: Zone

    init?(_ text: String) {
        guard text.utf8.count >= 19, text.utf8.count <= 40, text.utf8.dropFirst(10).first == UInt8(ascii: "T"),
            text.utf8.allSatisfy({ $0 < 0x80 })
        else { return nil }
        var rest = text.dropFirst(19)
        var digits = ""
        if rest.first == "." {
            digits = String(rest.dropFirst().prefix { $0.isNumber })
            guard !digits.isEmpty else { return nil }
            rest = rest.dropFirst(1 + digits.count)
        }
        guard let start = try? Date(text.prefix(19) + "Z", strategy: .iso8601) else { return nil }
        let offset: TimeInterval
        switch rest {
        case "": (zone, offset) = (.none, 0)
        case "Z": (zone, offset) = (.utc, 0)
        default:
            guard let seconds = Self.offset(rest) else { return nil }
            (zone, offset) = (.local, seconds)
        }
        while digits.last == "0" { digits.removeLast() }
        fraction = String(digits.prefix(7))
        clock = String(HostDate.seconds(start.addingTimeInterval(-offset)).prefix(19))
    }

    /// How .NET prints it: `10/24/2024 10:11:12`.
    var invariant: String {
        let parts = clock.split(separator: "T"), day = parts[0].split(separator: "-")
        return "\(day[1])/\(day[2])/\(day[0]) \(parts[1])"
    }

    /// How Newtonsoft writes it back into JSON.
    var iso: String {
        let text = fraction.isEmpty ? clock : clock + "." + fraction
        switch zone {
        case .none: return text
        case .utc: return text + "Z"
        case .local: return text + "+00:00"
        }
    }

    private static func offset(_ text: Substring) -> TimeInterval? {
        guard let sign = text.first, sign == "+" || sign == "-" else { return nil }
        let digits = text.dropFirst().filter { $0 != ":" }
        guard digits.count == 4, digits.allSatisfy(\.isNumber), let hours = Int(digits.prefix(2)), hours <= 14,
            let minutes = Int(digits.suffix(2)), minutes < 60
        else { return nil }
        return TimeInterval((hours * 60 + minutes) * 60) * (sign == "-" ? -1 : 1)
    }
}
