// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials

/// An inline constraint of a route parameter, with the names of ASP.NET Core (host contract §5.2).
struct RouteConstraint: Sendable {
    let accepts: @Sendable (String) -> Bool

    init(name: Substring, argument: Substring?) throws(RouteTemplateError) {
        switch (name.lowercased(), argument) {
        case ("int", nil): accepts = { Int32($0) != nil }
        case ("long", nil): accepts = { Int64($0) != nil }
        case ("bool", nil): accepts = { ["true", "false"].contains($0.lowercased()) }
        case ("guid", nil): accepts = { UUID(uuidString: $0) != nil }
        case ("alpha", nil): accepts = { $0.utf8.allSatisfy { 0x61...0x7A ~= $0 | 0x20 } }
        case ("decimal", nil), ("double", nil), ("float", nil): accepts = { Double($0)?.isFinite ?? false }
        case ("datetime", nil): accepts = Self.isDate
        case ("required", nil): accepts = { !$0.isEmpty }
        case ("file", nil): accepts = { $0.split(separator: "/").last?.dropLast().contains(".") ?? false }
        case ("nonfile", nil): accepts = { !($0.split(separator: "/").last?.dropLast().contains(".") ?? false) }
        case ("minlength", let text?): accepts = try Self.bounds("minlength", text, 1) { ($0[0], .max) }
        case ("maxlength", let text?): accepts = try Self.bounds("maxlength", text, 1) { (0, $0[0]) }
        case ("length", let text?):
            let count = text.split(separator: ",").count
            accepts = try Self.bounds("length", text, count == 2 ? 2 : 1) { ($0[0], $0[$0.count - 1]) }
        case ("min", let text?):
            let bounds = try Self.numbers("min", text, 1)
            accepts = { Int64($0).map { $0 >= bounds[0] } ?? false }
        case ("max", let text?):
            let bounds = try Self.numbers("max", text, 1)
            accepts = { Int64($0).map { $0 <= bounds[0] } ?? false }
        case ("range", let text?):
            let bounds = try Self.numbers("range", text, 2)
            accepts = { Int64($0).map { bounds[0] <= $0 && $0 <= bounds[1] } ?? false }
        case ("regex", let pattern?):
            // A regular expression is compiled for every match because `Regex` is not `Sendable`.
            // Braces of a pattern are written twice in a template.
            let pattern = String(pattern).replacing("{{", with: "{").replacing("}}", with: "}")
            guard (try? Regex(pattern)) != nil else {
                throw RouteTemplateError("\"\(pattern)\" is not a regular expression.")
            }
            accepts = { value in (try? Regex(pattern).ignoresCase().firstMatch(in: value)) != nil }
        default:
            throw RouteTemplateError(
                "the constraint \"\(name)\(argument.map { "(\($0))" } ?? "")\" is not known; known are int, long, bool, "
                    + "guid, alpha, decimal, double, float, datetime, required, minlength(n), maxlength(n), length(n), "
                    + "length(n,m), min(n), max(n), range(n,m), regex(…), file, nonfile.")
        }
    }

    private static func bounds(
        _ name: String, _ text: Substring, _ count: Int, _ range: ([Int64]) -> (Int64, Int64)
    ) throws(RouteTemplateError) -> @Sendable (String) -> Bool {
        let (low, high) = range(try numbers(name, text, count))
        return { low <= $0.count && $0.count <= high }
    }

    private static func numbers(_ name: String, _ text: Substring, _ count: Int) throws(RouteTemplateError) -> [Int64] {
        let numbers = text.split(separator: ",").compactMap { part in
            Int64(part.drop { $0 == " " }.prefix { $0 != " " })
        }
        guard numbers.count == count else {
            throw RouteTemplateError("the constraint \(name) needs \(count) whole number\(count == 1 ? "" : "s").")
        }
        return numbers
    }

    private static func isDate(_ text: String) -> Bool {
        let day = text.count == 10 ? text + "T00:00:00Z" : text
        return HostDate.parse(day) != nil
    }
}
