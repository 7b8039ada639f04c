// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON
import Testing

@Suite("The writer")
struct WriterTests {
    @Test("Members keep the order in which they were set")
    func order() {
        var object = JSONObject()
        object["z"] = 1
        object["a"] = [true, nil]
        object["m"] = [:]
        object["z"] = 2
        #expect(text(.object(object)) == #"{"z":2,"a":[true,null],"m":{}}"#)
    }

    @Test("Sorted members are in the order of their UTF-8 bytes at every level")
    func sorted() throws {
        let value: JSONValue = ["b": ["d": 1, "c": 2], "B": 0, "\u{E9}": 1, "a": 3, "\u{1F600}": 2]
        let expected = "{\"B\":0,\"a\":3,\"b\":{\"c\":2,\"d\":1},\"\u{E9}\":1,\"\u{1F600}\":2}"
        #expect(text(value, .sortedKeys) == expected)
        let element = try JSONDocument(parsing: value.serialized()).root
        #expect(String(decoding: JSONWriter.bytes(.sortedKeys) { $0.value(element) }, as: UTF8.self) == expected)
    }

    @Test("Pretty text has one member a line and nothing inside empty containers")
    func pretty() {
        let value: JSONValue = ["a": [1, ["b": "x"]], "empty": [], "none": [:]]
        let expected = """
            {
              "a": [
                1,
                {
                  "b": "x"
                }
              ],
              "empty": [],
              "none": {}
            }
            """
        #expect(text(value, .pretty) == expected)
    }

    @Test("Control characters, quotes and backslashes are escaped, everything else stands as it is")
    func escapes() {
        let value: JSONValue = .string("\u{0}\u{1}\u{8}\t\n\u{B}\u{C}\r\u{1F}\"\\/\u{7F}\u{E9}\u{2028}\u{1F600}")
        let expected =
            #""\u0000\u0001\b\t\n\u000b\f\r\u001f\"\\/"# + "\u{7F}\u{E9}\u{2028}\u{1F600}\""
        #expect(text(value) == expected)
    }

    @Test("Names are escaped like values")
    func names() {
        #expect(text(["a\"\n": 1]) == #"{"a\"\n":1}"#)
    }

    @Test("Numbers are written exactly")
    func numbers() throws {
        let numbers = "[9223372036854775807,-9223372036854775808,-0,1e400,1.50,1E+2,123456789012345678901234567890]"
        #expect(text(try JSONValue(parsing: Array(numbers.utf8))) == numbers)
        #expect(text([0.1, 1.5, -0.0]) == "[0.1,1.5,-0.0]")
    }

    @Test("Closures write the same text as a tree")
    func closures() {
        let bytes = JSONWriter.bytes { writer in
            writer.object { writer in
                writer.member("a") { $0.array { $0.element { $0.integer(1) } } }
                writer.member("b") { $0.bool(false) }
                writer.member("c") { $0.null() }
                writer.member("d") { $0.string("x") }
                writer.member("e") { $0.object { _ in } }
            }
        }
        #expect(String(decoding: bytes, as: UTF8.self) == #"{"a":[1],"b":false,"c":null,"d":"x","e":{}}"#)
    }

    @Test("An object is changed and emptied by name")
    func objects() {
        var object: JSONObject = ["a": 1, "b": 2]
        #expect(object.names == ["a", "b"])
        object["a"] = nil
        object["missing"] = nil
        #expect(object.names == ["b"])
        object["b"] = .null
        #expect(object["b"]?.isNull == true)
        #expect(!object.isEmpty)
    }

    private func text(_ value: JSONValue, _ options: JSONWriter.Options = .compact) -> String {
        String(decoding: value.serialized(options), as: UTF8.self)
    }
}
