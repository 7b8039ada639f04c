// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials

/// Reads dates as the host writes them: with offset, with `Z`, or without zone, with or without fraction, and in the
/// invariant form of .NET for dates inside merged JSON (host contract §7.1).
enum HostDate {
    static func parse(_ text: String) -> Date? {
        if let date = invariant(text) { return date }
        let hasZone = text.hasSuffix("Z") || text.dropFirst(19).contains { $0 == "+" || $0 == "-" }
        let whole = hasZone ? text : text + "Z"
        if let date = try? Date(whole, strategy: .iso8601) { return date }
        return try? Date(whole, strategy: Date.ISO8601FormatStyle(includingFractionalSeconds: true))
    }

    /// `10/24/2024 10:11:12`.
    private static func invariant(_ text: String) -> Date? {
        let bytes = Array(text.utf8)
        guard bytes.count == 19, bytes[2] == UInt8(ascii: "/"), bytes[5] == UInt8(ascii: "/"),
            bytes[10] == UInt8(ascii: " ")
        else { return nil }
        func part(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
        return try? Date("\(part(6..<10))-\(part(0..<2))-\(part(3..<5))T\(part(11..<19))Z", strategy: .iso8601)
    }
}
