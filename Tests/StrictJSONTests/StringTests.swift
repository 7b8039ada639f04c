// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON
import Testing

@Suite("Strings (RFC 8259 §7, RFC 3629)")
struct StringTests {
    @Test(
        "Escapes become their characters",
        arguments: [
            ("\\\"", "\""), ("\\\\", "\\"), ("\\/", "/"), ("\\b", "\u{8}"), ("\\f", "\u{C}"), ("\\n", "\n"),
            ("\\r", "\r"), ("\\t", "\t"), ("\\u0041", "A"), ("\\u00e9", "\u{E9}"), ("\\u00E9", "\u{E9}"),
            ("\\u212A", "\u{212A}"), ("\\u0000", "\u{0}"), ("\\uFFFF", "\u{FFFF}"), ("\\ud83d\\ude00", "\u{1F600}"),
            ("\\uDBFF\\uDFFF", "\u{10FFFF}"), ("\\ud800\\udc00", "\u{10000}"), ("a\\nb\\tc", "a\nb\tc"),
            ("\u{E9}\\u0065\u{301}", "\u{E9}e\u{301}"), ("\\u005cu0041", "\\u0041"),
        ])
    func escapes(text: String, expected: String) throws {
        let value = try JSONDocument(parsing: Array("\"\(text)\"".utf8)).root
        #expect(value.utf8.map(Array.init) == Array(expected.utf8))
    }

    @Test(
        "Any other escape is refused",
        arguments: [
            "\\a", "\\v", "\\0", "\\'", "\\x41", "\\U0041", "\\u004", "\\u004G", "\\u 041", "\\u+041", "\\u{41}",
            "\\\u{E9}", "\\ ",
        ])
    func otherEscapes(text: String) {
        #expect(rule(of: Array("\"\(text)\" ".utf8)) == .invalidEscape)
    }

    @Test(
        "Lone and swapped surrogates are refused",
        arguments: [
            "\\ud800", "\\uDBFF", "\\udc00", "\\uDFFF", "\\ud800x", "\\ud800\\n", "\\ud800\\ud800", "\\udc00\\ud800",
            "\\ud800\\u0041", "\\ud83d \\ude00", "a\\ud800",
        ])
    func surrogates(text: String) {
        #expect(rule(of: Array("\"\(text)\"".utf8)) == .invalidEscape)
        #expect(rule(of: Array("{\"\(text)\":1}".utf8)) == .invalidEscape)
    }

    @Test(
        "An escape cut off by the end is refused",
        arguments: ["\\", "\\u", "\\u0", "\\u00e", "\\ud83d\\", "\\ud83d\\u1"])
    func cutOff(text: String) {
        #expect(rule(of: Array("\"\(text)".utf8)) != nil)
    }

    @Test(
        "Bytes that are not UTF-8 are refused, in values and in names",
        arguments: [
            [0x80], [0xBF], [0xFF], [0xFE], [0xC0, 0xAF], [0xC1, 0xBF], [0xC2], [0xC2, 0x41], [0xE0, 0x80, 0xAF],
            [0xE0, 0x9F, 0xBF], [0xE2, 0x84], [0xE2, 0x28, 0xA1], [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF],
            [0xF0, 0x80, 0x80, 0x80], [0xF0, 0x8F, 0xBF, 0xBF], [0xF0, 0x9F, 0x98], [0xF4, 0x90, 0x80, 0x80],
            [0xF5, 0x80, 0x80, 0x80], [0xF8, 0x88, 0x80, 0x80, 0x80], [0x41, 0xC3, 0x28],
        ] as [[UInt8]])
    func invalidUTF8(bytes: [UInt8]) {
        let quote: [UInt8] = [0x22]
        #expect(rule(of: quote + bytes + quote) == .invalidUTF8)
        #expect(rule(of: [0x7B] + quote + bytes + quote + Array(":1}".utf8)) == .invalidUTF8)
        #expect(rule(of: quote + Array("\\n".utf8) + bytes + quote) == .invalidUTF8)
        #expect(rule(of: quote + bytes) != nil)
    }

    @Test("The first and the last scalar of every length are accepted")
    func boundaries() throws {
        for scalar: Unicode.Scalar in [
            " ", "\u{7F}", "\u{80}", "\u{7FF}", "\u{800}", "\u{D7FF}", "\u{E000}", "\u{FFFF}", "\u{10000}",
            "\u{10FFFF}",
        ] {
            let text = String(Character(scalar))
            #expect(try JSONValue(parsing: Array("\"\(text)\"".utf8)) == .string(text))
        }
    }

    @Test("Canonically equal names are different names")
    func twins() throws {
        let root = try JSONDocument(parsing: Array("{\"K\":1,\"\u{212A}\":2,\"\u{E9}\":3,\"e\u{301}\":4}".utf8)).root
        #expect(root.count == 4)
        #expect(root["K"]?.int64 == 1)
        #expect(root["\u{212A}"]?.int64 == 2)
        #expect(root["\u{E9}"]?.int64 == 3)
        #expect(root["e\u{301}"]?.int64 == 4)
        let object = try #require(root.value.object)
        #expect(object.count == 4)
        #expect(object["\u{212A}"] == 2)
        #expect(object["e\u{301}"] == 4)
    }
}
