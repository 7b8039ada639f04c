// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON
import Testing

@Suite("The grammar of RFC 8259")
struct GrammarTests {
    @Test(
        "A valid text gives its value",
        arguments: [
            ("null", JSONValue.null), ("true", true), ("false", false), ("0", 0), ("\"\"", ""), ("[]", []),
            ("{}", [:]),
            (" \t\r\n[ 1 , 2 ]\n", [1, 2]), ("[[],[[]],{}]", [[], [[]], [:]]),
            ("{\"a\":{\"b\":[null,true,\"x\"]}}", ["a": ["b": [nil, true, "x"]]]),
            ("{\"\":0}", ["": 0]), ("[\"\u{7F}\"]", ["\u{7F}"]),
        ] as [(String, JSONValue)])
    func valid(text: String, value: JSONValue) throws {
        #expect(try JSONValue(parsing: Array(text.utf8)) == value)
    }

    @Test(
        "An invalid text is refused with the rule that it breaks",
        arguments: [
            ("", JSONError.Code.unexpectedEnd), ("   ", .unexpectedEnd), ("[", .unexpectedEnd), ("{", .unexpectedEnd),
            ("[1", .unexpectedEnd), ("[1,", .unexpectedEnd), ("{\"a\"", .unexpectedEnd), ("{\"a\":", .unexpectedEnd),
            ("{\"a\":1", .unexpectedEnd), ("{\"a\":1,", .unexpectedEnd), ("nul", .unexpectedEnd),
            ("\"", .unexpectedEnd),
            ("\"a", .unexpectedEnd), ("[\"a\\", .unexpectedEnd), ("]", .unexpectedByte), ("}", .unexpectedByte),
            (",", .unexpectedByte), ("[,]", .unexpectedByte), ("[1,]", .unexpectedByte), ("[1 2]", .unexpectedByte),
            ("[1}", .unexpectedByte), ("{]", .unexpectedByte), ("{,}", .unexpectedByte),
            ("{\"a\":1,}", .unexpectedByte),
            ("{\"a\" 1}", .unexpectedByte), ("{\"a\":1 \"b\":2}", .unexpectedByte), ("{a:1}", .unexpectedByte),
            ("{'a':1}", .unexpectedByte), ("{1:2}", .unexpectedByte), ("{null:1}", .unexpectedByte),
            ("{\"a\"::1}", .unexpectedByte), ("True", .unexpectedByte), ("nULL", .unexpectedByte),
            ("tru!", .unexpectedByte), ("undefined", .unexpectedByte), ("// x\n1", .unexpectedByte),
            ("/* x */ 1", .unexpectedByte), ("[1,/**/2]", .unexpectedByte), ("\u{B}1", .unexpectedByte),
            ("\u{A0}1", .unexpectedByte), ("\u{0}", .unexpectedByte), ("\"a\u{0}b\"", .unexpectedByte),
            ("\"a\nb\"", .unexpectedByte), ("\"a\tb\"", .unexpectedByte), ("\"\u{1F}\"", .unexpectedByte),
            ("{}x", .trailingBytes), ("{}{}", .trailingBytes), ("{}\u{0}", .trailingBytes), ("1 2", .trailingBytes),
            ("nullx", .trailingBytes), ("\"a\"b", .trailingBytes), ("[]]", .trailingBytes), ("{},", .trailingBytes),
        ])
    func invalid(text: String, code: JSONError.Code) {
        #expect(rule(of: Array(text.utf8)) == code)
    }

    @Test("A byte order mark, UTF-16 and UTF-32 are refused")
    func otherEncodings() {
        #expect(rule(of: [0xEF, 0xBB, 0xBF] + Array("{}".utf8)) == .unexpectedByte)
        #expect(rule(of: [0xFE, 0xFF, 0x00, 0x7B, 0x00, 0x7D]) == .unexpectedByte)
        #expect(rule(of: [0xFF, 0xFE, 0x7B, 0x00, 0x7D, 0x00]) == .unexpectedByte)
        #expect(rule(of: [0x7B, 0x00, 0x7D, 0x00]) == .unexpectedByte)
        #expect(rule(of: [0x00, 0x00, 0x00, 0x7B, 0x00, 0x00, 0x00, 0x7D]) == .unexpectedByte)
    }

    @Test("A byte order mark inside a string is a character like others")
    func markInString() throws {
        #expect(try JSONValue(parsing: Array("\"\u{FEFF}\"".utf8)) == "\u{FEFF}")
    }

    @Test("An error names the place")
    func place() throws {
        let error = try #require(throws: JSONError.self) {
            try JSONDocument(parsing: Array("{\n  \"a\": 1,\n  \"b\": x\n}".utf8))
        }
        #expect(error.code == .unexpectedByte)
        #expect(error.offset == 19)
        #expect(error.line == 3)
        #expect(error.column == 8)
        #expect(error.description == "unexpected byte at line 3, column 8")
    }

    @Test("Every prefix of a text is refused")
    func prefixes() {
        let text = Array("{\"a\":[1.5e-3,\"\\ud83d\\ude00\u{E9}\",true,null,{\"b\":{}}],\"c\":-0}".utf8)
        #expect(rule(of: text) == nil)
        for count in 0..<text.count {
            #expect(rule(of: Array(text.prefix(count))) != nil, "\(count) bytes")
        }
    }

    @Test("Views read a document in its order without a tree")
    func views() throws {
        let root = try JSONDocument(parsing: Array("{\"b\":[1,{\"x\":2}],\"a\":\"\\u0041\"}".utf8)).root
        #expect(root.kind == .object)
        #expect(root.count == 2)
        #expect(root.members?.map(\.name) == ["b", "a"])
        #expect(root["b"]?.elements?.count == 2)
        #expect(root["b"]?.elements?.first?.int64 == 1)
        #expect(root["b"]?["x"] == nil)
        #expect(root["a"]?.utf8.map(Array.init) == [0x41])
        #expect(root["nothing"] == nil)
        #expect(root.hasDuplicateMembers == false)
        #expect(root.string == nil && root.bool == nil && root.number == nil && root.elements == nil)
    }
}

/// The rule that a text breaks, or nil for a valid one.
func rule(of text: [UInt8], limits: JSONLimits = .default) -> JSONError.Code? {
    do {
        _ = try JSONDocument(parsing: text, limits: limits)
        return nil
    } catch {
        return error.code
    }
}
