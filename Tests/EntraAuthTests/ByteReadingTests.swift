// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import Testing

@testable import EntraAuth

@Suite("Readers of bytes, held against the plain rule")
struct ByteReadingTests {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

    /// RFC 4648 §5, letter by letter.
    private func plainDecode(_ text: [UInt8]) -> [UInt8]? {
        var bits = 0
        var value = 0
        var bytes: [UInt8] = []
        for letter in text {
            guard let digit = Self.alphabet.firstIndex(of: letter) else { return nil }
            value = (value << 6 | digit) & 0xFFFF
            bits += 6
            if bits >= 8 {
                bits -= 8
                bytes.append(UInt8(value >> bits & 0xFF))
            }
        }
        return bits < 6 && value & (1 << bits - 1) == 0 ? bytes : nil
    }

    @Test("Every byte in every place of a text decodes as the rule says", arguments: 0...9)
    func base64URL(length: Int) {
        for filler in [UInt8(ascii: "A"), UInt8(ascii: "_"), UInt8(ascii: "k")] {
            let text = [UInt8](repeating: filler, count: length)
            #expect(Base64URL.decode(text[...]) == plainDecode(text))
            for place in text.indices {
                for byte in UInt8.min...UInt8.max {
                    var changed = text
                    changed[place] = byte
                    if Base64URL.decode(changed[...]) != plainDecode(changed) {
                        Issue.record("Byte \(byte) in place \(place) of \(length) is read wrongly.")
                    }
                }
            }
        }
    }

    @Test("A tenant's id is thirty-two digits in lower case and four dashes, whatever byte is changed")
    func tenantID() throws {
        let text = Array("0123abcd-4567-89ef-fedc-ba9876543210".utf8)
        #expect(try #require(TenantID(canonical: text[...])).description.utf8.elementsEqual(text))
        let digits = Set("0123456789abcdef".utf8)
        for place in text.indices {
            for byte in UInt8.min...UInt8.max {
                var changed = text
                changed[place] = byte
                let isDash = [8, 13, 18, 23].contains(place)
                let isValid = isDash ? byte == UInt8(ascii: "-") : digits.contains(byte)
                let read = TenantID(canonical: changed[...]).map { Array($0.description.utf8) }
                if read != (isValid ? changed : nil) {
                    Issue.record("Byte \(byte) in place \(place) is read wrongly.")
                }
            }
        }
        #expect(TenantID(canonical: text[1...]) == nil)
        #expect(TenantID(canonical: (text + [0x30])[...]) == nil)
        #expect(TenantID.personalAccounts.description == "9188040d-6c67-4c5b-b112-36a304b66dad")
    }

    @Test(
        "A claim is found by its own name, by another case as such, and by nothing else", arguments: ClaimName.allCases)
    func claimNames(claim: ClaimName) {
        let index = ClaimIndex()
        let name = claim.text.withUTF8Buffer(Array.init)
        guard case .name(let found) = index.match(name.span) else {
            Issue.record("The name is not found.")
            return
        }
        #expect(found == claim)
        for place in name.indices {
            for byte in UInt8.min...UInt8.max where byte != name[place] {
                var changed = name
                changed[place] = byte
                let lowered = changed.map(asciiLowercase)
                let expected = ClaimName.allCases.first { $0.text.withUTF8Buffer(Array.init) == lowered }
                switch index.match(changed.span) {
                case .name(let found): #expect(found == expected && changed == lowered)
                case .otherCase(let found): #expect(found == expected && changed != lowered)
                case nil: #expect(expected == nil)
                }
            }
        }
        if case .name = index.match((name + [0x73]).span) { Issue.record("A longer name is found.") }
    }
}
