// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import Crypto

/// GUIDs as Entra writes them: lower case with hyphens.
enum GUID {
    /// Whether a text is a GUID of 8-4-4-4-12 hexadecimal digits.
    static func isValid(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard bytes.count == 36 else { return false }
        return bytes.enumerated().allSatisfy { index, byte in
            [8, 13, 18, 23].contains(index) ? byte == UInt8(ascii: "-") : Hex.value(byte) != nil
        }
    }

    /// The text of 16 bytes, marked as a random GUID (RFC 9562 §5.4).
    static func format(_ bytes: some Collection<UInt8>) -> String {
        var text = ""
        for (index, byte) in bytes.prefix(16).enumerated() {
            let byte = index == 6 ? byte & 0x0F | 0x40 : index == 8 ? byte & 0x3F | 0x80 : byte
            if [4, 6, 8, 10].contains(index) { text.append("-") }
            text.append(Hex.text(byte))
        }
        return text
    }

    /// A GUID that is always the same for the same names.
    static func derived(from names: String...) -> String {
        format(Array(SHA256.hash(data: Array(names.joined(separator: "\u{0}").utf8))))
    }
}
