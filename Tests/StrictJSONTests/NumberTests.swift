// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON
import Testing

@Suite("Numbers (RFC 8259 §6)")
struct NumberTests {
    @Test(
        "Every form of the grammar is accepted as its exact text",
        arguments: [
            "0", "-0", "1", "-1", "10", "9007199254740993", "0.0", "-0.0", "0.5", "1.50", "1e2", "1E2", "1E+2", "1e-2",
            "0e0", "0E-0", "1.5e300", "1e300", "1e400", "-1e400", "1e-400", "123456789012345678901234567890",
        ])
    func accepted(text: String) throws {
        let root = try JSONDocument(parsing: Array(text.utf8)).root
        #expect(root.kind == .number)
        #expect(root.number?.description == text)
        #expect(root.serialized == Array(text.utf8))
        // As a member too, where another byte follows.
        let object = try JSONDocument(parsing: Array("{\"x\":\(text)}".utf8)).root
        #expect(object["x"]?.number?.description == text)
    }

    @Test(
        "Every other form is refused, alone and as a member",
        arguments: [
            ("00", JSONError.Code.invalidNumber, JSONError.Code.invalidNumber), ("01", .invalidNumber, .invalidNumber),
            ("-01", .invalidNumber, .invalidNumber), ("01800003600", .invalidNumber, .invalidNumber),
            ("1.", .unexpectedEnd, .invalidNumber), ("1.e5", .invalidNumber, .invalidNumber),
            ("1e", .unexpectedEnd, .invalidNumber), ("1e+", .unexpectedEnd, .invalidNumber),
            ("1e+-1", .invalidNumber, .invalidNumber), ("-", .unexpectedEnd, .invalidNumber),
            ("--1", .invalidNumber, .invalidNumber), ("-.5", .invalidNumber, .invalidNumber),
            ("-Infinity", .invalidNumber, .invalidNumber), (".5", .unexpectedByte, .unexpectedByte),
            ("+1", .unexpectedByte, .unexpectedByte), ("NaN", .unexpectedByte, .unexpectedByte),
            ("Infinity", .unexpectedByte, .unexpectedByte), ("0x10", .trailingBytes, .unexpectedByte),
            ("1_000", .trailingBytes, .unexpectedByte), ("1,0", .trailingBytes, .unexpectedByte),
            ("1e5.5", .trailingBytes, .unexpectedByte), ("\u{661}", .unexpectedByte, .unexpectedByte),
            ("\u{FF11}", .unexpectedByte, .unexpectedByte),
        ])
    func refused(text: String, alone: JSONError.Code, member: JSONError.Code) {
        #expect(rule(of: Array(text.utf8)) == alone)
        #expect(rule(of: Array("{\"x\":\(text)}".utf8)) == member)
    }

    @Test(
        "Integers are exact to the bounds of 64 bits",
        arguments: [
            ("9223372036854775807", Int64.max), ("-9223372036854775808", .min), ("9223372036854775806", .max - 1),
            ("9223372036854775808", nil), ("-9223372036854775809", nil), ("18446744073709551615", nil),
            ("92233720368547758070", nil), ("9007199254740993", 9_007_199_254_740_993), ("0", 0), ("-1", -1),
            ("-0", nil), ("1.0", nil), ("1e3", nil), ("1E0", nil), ("1e300", nil),
        ] as [(String, Int64?)])
    func integers(text: String, value: Int64?) throws {
        #expect(try JSONDocument(parsing: Array(text.utf8)).root.int64 == value)
        #expect(try JSONValue(parsing: Array(text.utf8)).int64 == value)
    }

    @Test("Minus zero keeps its sign")
    func minusZero() throws {
        let value = try JSONValue(parsing: Array("-0".utf8))
        #expect(value.double?.sign == .minus)
        #expect(value.serialized() == Array("-0".utf8))
    }

    @Test("A magnitude that no double holds gives none, and one too small gives zero")
    func doubles() throws {
        #expect(try JSONValue(parsing: Array("1e400".utf8)).double == nil)
        #expect(try JSONValue(parsing: Array("-1e400".utf8)).double == nil)
        #expect(try JSONValue(parsing: Array("1e-400".utf8)).double == 0)
        #expect(try JSONValue(parsing: Array("1e300".utf8)).double == 1e300)
        #expect(try JSONValue(parsing: Array("0.1".utf8)).double == 0.1)
    }

    @Test("An infinity and not-a-number are no JSON numbers")
    func impossible() {
        #expect(JSONNumber(.infinity) == nil)
        #expect(JSONNumber(-.infinity) == nil)
        #expect(JSONNumber(.nan) == nil)
        let infinity: JSONValue = .init(floatLiteral: .infinity)
        #expect(infinity == .null)
    }

    @Test("Ten thousand digits are accepted, exact, and no 64-bit integer")
    func long() throws {
        let text = Array("1".utf8) + [UInt8](repeating: 0x30, count: 10_000)
        let root = try JSONDocument(parsing: text).root
        #expect(root.int64 == nil)
        #expect(root.double == nil)
        #expect(root.number?.description.utf8.count == 10_001)
    }
}
