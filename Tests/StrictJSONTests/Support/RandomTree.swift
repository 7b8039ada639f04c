// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// Makes JSON trees of any shape, with the awkward values more often than chance would bring them.
struct RandomTree {
    var generator: SeededGenerator

    mutating func value(depth: Int = 0) -> JSONValue {
        switch Int.random(in: 0..<(depth < 5 ? 10 : 6), using: &generator) {
        case 0: return .null
        case 1: return .bool(Bool.random(using: &generator))
        case 2: return .integer(integer())
        case 3: return JSONNumber(double()).map(JSONValue.number) ?? .null
        case 4, 5: return .string(string())
        case 6, 7:
            return .array((0..<Int.random(in: 0..<6, using: &generator)).map { _ in value(depth: depth + 1) })
        default:
            var object = JSONObject()
            // More than 24 members now and then: duplicates are looked for in another way from there on.
            let count = Int.random(in: 0..<20, using: &generator) == 0 ? 30 : Int.random(in: 0..<6, using: &generator)
            for _ in 0..<count { object[string()] = value(depth: depth + 1) }
            return .object(object)
        }
    }

    private mutating func integer() -> Int64 {
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: .max
        case 1: .min
        case 2: Int64.random(in: -9...9, using: &generator)
        default: Int64.random(in: .min ... .max, using: &generator)
        }
    }

    private mutating func double() -> Double {
        switch Int.random(in: 0..<5, using: &generator) {
        case 0: -0.0
        case 1: .greatestFiniteMagnitude
        case 2: .leastNonzeroMagnitude
        case 3: Double.random(in: -1...1, using: &generator)
        default: Double(bitPattern: generator.next())
        }
    }

    private mutating func string() -> String {
        let scalars: [Unicode.Scalar] = [
            "a", "Z", "0", " ", "\"", "\\", "/", "\n", "\u{0}", "\u{1F}", "\u{7F}", "\u{E9}", "\u{301}", "\u{212A}",
            "\u{2028}", "\u{FEFF}", "\u{FFFD}", "\u{1F600}", "\u{10FFFF}",
        ]
        var text = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0..<12, using: &generator) {
            text.append(scalars[Int.random(in: 0..<scalars.count, using: &generator)])
        }
        return String(text)
    }
}
