// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials

/// Reads dates as the host writes them: with offset, with `Z`, or without zone, with or without fraction
/// (host contract §7.1).
enum HostDate {
    static func parse(_ text: String) -> Date? {
        let hasZone = text.hasSuffix("Z") || text.dropFirst(19).contains { $0 == "+" || $0 == "-" }
        let whole = hasZone ? text : text + "Z"
        if let date = try? Date(whole, strategy: .iso8601) { return date }
        return try? Date(whole, strategy: Date.ISO8601FormatStyle(includingFractionalSeconds: true))
    }
}
