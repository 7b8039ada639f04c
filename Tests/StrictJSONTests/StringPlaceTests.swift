// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON
import Testing

@Suite("Every octet at every place of a string")
struct StringPlaceTests {
    /// What stands around the octet: strings are read eight octets at a time.
    private static let longest = 20

    @Test("Ordinary ASCII is content wherever it stands", arguments: 0..<longest)
    func content(place: Int) throws {
        for octet in UInt8(0x20)..<0x80 where octet != UInt8(ascii: "\"") && octet != UInt8(ascii: "\\") {
            let content = Self.content(octet, at: place)
            let document = try JSONDocument(parsing: [0x22] + content + [0x22])
            #expect(document.root.utf8.map(Array.init) == content)
        }
    }

    @Test("Control characters and lone octets above ASCII are refused wherever they stand", arguments: 0..<longest)
    func refused(place: Int) {
        for octet in Array(UInt8(0)..<0x20) + Array(UInt8(0x80)...0xFF) {
            let text = [0x22] + Self.content(octet, at: place) + [0x22]
            let code: JSONError.Code = octet < 0x20 ? .unexpectedByte : .invalidUTF8
            #expect {
                _ = try JSONDocument(parsing: text)
            } throws: { error in
                let error = error as? JSONError
                return error?.code == code && error?.offset == place + 1
            }
        }
    }

    @Test("A quote ends the string and a backslash escapes wherever they stand", arguments: 0..<longest)
    func ends(place: Int) throws {
        let head = Self.content(UInt8(ascii: "x"), at: place).prefix(place)
        #expect(try JSONDocument(parsing: [0x22] + head + [0x22]).root.utf8.map(Array.init) == Array(head))
        let escaped = try JSONDocument(parsing: [0x22] + head + Array(#"\n"#.utf8) + Array("tail of it".utf8) + [0x22])
        #expect(escaped.root.utf8.map(Array.init) == head + [0x0A] + Array("tail of it".utf8))
    }

    private static func content(_ octet: UInt8, at place: Int) -> [UInt8] {
        var content = [UInt8](repeating: UInt8(ascii: "a"), count: longest)
        content[place] = octet
        return content
    }
}
