// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON
import Testing

@Suite("Names that come twice")
struct DuplicateNameTests {
    private func code(_ names: [String]) -> JSONError.Code? {
        let text = "{" + names.map { "\"\($0)\":0" }.joined(separator: ",") + "}"
        do throws(JSONError) {
            _ = try JSONDocument(parsing: Array(text.utf8))
            return nil
        } catch {
            return error.code
        }
    }

    @Test("Two equal names are found wherever they stand", arguments: [2, 3, 23, 24, 25, 26])
    func places(count: Int) {
        // Equal lengths and equal ends: what tells names apart quickly does not help here.
        let names = (0..<count).map { number in
            "same" + String(UnicodeScalar(UInt8(0x41 + number))) + "_same"
        }
        #expect(code(names) == nil)
        for first in 0..<count {
            for second in 0..<count where second != first {
                var doubled = names
                doubled[second] = names[first]
                if code(doubled) != .duplicateMember { Issue.record("\(first) and \(second) of \(count) pass.") }
            }
        }
    }

    @Test("A name and its escaped spelling are one name", arguments: ["a", "exp", "name", "preferred_username"])
    func escapes(name: String) {
        let escaped = "\\u00" + String(name.utf8.first ?? 0, radix: 16) + name.dropFirst()
        #expect(code([name, escaped]) == .duplicateMember)
        #expect(code([escaped, "x", name]) == .duplicateMember)
        #expect(code([escaped, escaped + "x"]) == nil)
    }

    @Test("An object inside another keeps the outer one's names and count")
    func nesting() throws {
        let text = #"{"a":{"a":[1,{"a":2,"b":3},4],"b":{}},"b":[[],[{}]],"c":null}"#
        let root = try JSONDocument(parsing: Array(text.utf8)).root
        #expect(root.count == 3)
        #expect(root["a"]?.count == 2)
        #expect(root["a"]?["a"]?.count == 3)
        #expect(root["b"]?.count == 2)
        #expect(root["c"]?.isNull == true)
        #expect(String(decoding: root.serialized, as: UTF8.self) == text)
        #expect(code(["a", "b"]) == nil)
        let doubled = #"{"a":{"a":1,"b":2},"b":[{"c":1}],"a":3}"#
        #expect(throws: JSONError.self) { try JSONDocument(parsing: Array(doubled.utf8)) }
    }
}
