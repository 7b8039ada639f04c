// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON
import Testing

@Suite("A name comes once in an object")
struct DuplicateTests {
    @Test(
        "A duplicate is refused at every level, also when escaped",
        arguments: [
            "{\"a\":1,\"a\":1}", "{\"a\":1,\"b\":2,\"a\":3}", "{\"\":1,\"\":2}", "[{\"a\":1,\"a\":2}]",
            "{\"x\":{\"a\":1,\"a\":2}}", "{\"x\":[[{\"y\":{\"a\":1,\"b\":2,\"b\":3}}]]}",
            "{\"scp\":\"x\",\"\\u0073cp\":\"y\"}", "{\"\\u0073cp\":\"x\",\"scp\":\"y\"}",
            "{\"\\u0061\":1,\"\\u0061\":2}", "{\"/\":1,\"\\/\":2}", "{\"\\u00e9\":1,\"\u{E9}\":2}",
            "{\"\\ud83d\\ude00\":1,\"\u{1F600}\":2}", "{\"\\n\":1,\"\\u000A\":2}",
        ])
    func refused(text: String) {
        #expect(rule(of: Array(text.utf8)) == .duplicateMember)
    }

    @Test("Equal names in different objects are no duplicates")
    func differentObjects() {
        #expect(rule(of: Array("{\"a\":{\"a\":{\"a\":1}},\"b\":[{\"a\":1},{\"a\":2}]}".utf8)) == nil)
    }

    @Test("A duplicate among many members is found wherever it stands", arguments: [2, 23, 24, 25, 26, 49, 50, 257])
    func many(count: Int) {
        var names = (0..<count).map { "n\($0)" }
        #expect(rule(of: object(names)) == nil)
        for (first, second) in [(0, count - 1), (0, 1), (count - 2, count - 1), (count / 2, count - 1)]
        where first != second {
            let kept = names[second]
            names[second] = names[first]
            #expect(rule(of: object(names)) == .duplicateMember, "\(first) and \(second)")
            names[second] = "\\u006e" + names[first].dropFirst()
            #expect(rule(of: object(names)) == .duplicateMember, "\(first) and \(second), escaped")
            names[second] = kept
        }
    }

    @Test("The place of a duplicate is its second name")
    func place() throws {
        let text = Array("{\"a\":1,\n\"a\":2}".utf8)
        let error = try #require(throws: JSONError.self) { try JSONDocument(parsing: text) }
        #expect(error.code == .duplicateMember)
        #expect(error.line == 2)
    }

    @Test("A document that marks duplicates keeps all members and marks the object")
    func marked() throws {
        let text = Array("{\"keys\":[{\"a\":1,\"a\":2},{\"a\":1}]}".utf8)
        let root = try JSONDocument(parsing: text, duplicates: .marked).root
        #expect(root.hasDuplicateMembers == false)
        let elements = try #require(root["keys"]?.elements)
        #expect(elements.map(\.hasDuplicateMembers) == [true, false])
        #expect(elements.map(\.count) == [2, 1])
    }

    private func object(_ names: [String]) -> [UInt8] {
        Array("{\(names.map { "\"\($0)\":0" }.joined(separator: ","))}".utf8)
    }
}
