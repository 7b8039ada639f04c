// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// Writes what was measured.
enum CostReport {
    /// One workload; nil where something was not measured.
    struct Row {
        let cost: Cost
        let microseconds: Double?
        let allocations: Double?
    }

    /// For people.
    static func table(_ rows: [Row]) -> String {
        rows.map { row in
            let name = row.cost.name + String(repeating: " ", count: max(0, 44 - row.cost.name.count))
            let time = row.microseconds.map { padded($0) + " µs" } ?? ""
            return name + time + (row.allocations.map { padded($0) + " allocations" } ?? "")
        }.joined(separator: "\n")
    }

    /// `{"workloads": [{"name": …, "group": …, "size": …, "microseconds": …, "allocations": …}]}`; names need no
    /// escaping.
    static func json(_ rows: [Row]) -> String {
        let texts = rows.map { row in
            let numbers = [
                ("size", row.cost.size.map(String.init)), ("microseconds", row.microseconds.map(text)),
                ("allocations", row.allocations.map(text)),
            ]
            let members = numbers.compactMap { name, value in value.map { #","\#(name)":\#($0)"# } }
            return #"{"name":"\#(row.cost.name)","group":"\#(row.cost.group)"\#(members.joined())}"#
        }
        return #"{"workloads":[\#(texts.joined(separator: ","))]}"#
    }

    private static func padded(_ value: Double) -> String {
        let number = text(value)
        return String(repeating: " ", count: max(0, 12 - number.count)) + number
    }

    /// Three decimals.
    private static func text(_ value: Double) -> String {
        let thousandths = Int((value * 1_000).rounded())
        let fraction = String(thousandths % 1_000)
        return "\(thousandths / 1_000)." + String(repeating: "0", count: 3 - fraction.count) + fraction
    }
}
