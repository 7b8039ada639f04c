// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// Strict base64url (RFC 7515 §2, RFC 4648 §5): no padding, no other alphabet, no white space, unused bits zero.
///
/// Strictness makes the encoding of a text unique, so that a token has one spelling only.
enum Base64URL {
    /// Decodes, or nil for anything that an encoder would not have written.
    static func decode(_ text: ArraySlice<UInt8>) -> [UInt8]? {
        let remainder = text.count % 4
        guard remainder != 1 else { return nil }
        let count = text.count / 4 * 3 + (remainder > 0 ? remainder - 1 : 0)
        let alphabet = Self.alphabet
        var isValid = true
        let decoded = [UInt8](unsafeUninitializedCapacity: count) { output, written in
            let table = alphabet.span
            let input = text.span
            // A letter of no value sets bits that no value has.
            var seen: UInt8 = 0
            var place = 0
            while place + 4 <= input.count {
                let word = UInt32(
                    littleEndian: input.bytes.unsafeLoadUnaligned(fromByteOffset: place, as: UInt32.self))
                let first = table[Int(word & 0xFF)]
                let second = table[Int(word >> 8 & 0xFF)]
                let third = table[Int(word >> 16 & 0xFF)]
                let fourth = table[Int(word >> 24)]
                seen |= first | second | third | fourth
                output[written] = first << 2 | second >> 4
                output[written + 1] = second << 4 | third >> 2
                output[written + 2] = third << 6 | fourth
                written += 3
                place += 4
            }
            if remainder > 0 {
                let first = table[Int(input[place])]
                let second = table[Int(input[place + 1])]
                let third = remainder == 3 ? table[Int(input[place + 2])] : 0
                seen |= first | second | third
                output[written] = first << 2 | second >> 4
                written += 1
                if remainder == 3 {
                    output[written] = second << 4 | third >> 2
                    written += 1
                }
                let unused = remainder == 3 ? third & 0x03 : second & 0x0F
                isValid = unused == 0
            }
            isValid = isValid && seen < 64
        }
        return isValid ? decoded : nil
    }

    private static let alphabet: [UInt8] = {
        var table = [UInt8](repeating: 0xFF, count: 256)
        let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
        for (value, letter) in letters.utf8.enumerated() { table[Int(letter)] = UInt8(value) }
        return table
    }()
}
