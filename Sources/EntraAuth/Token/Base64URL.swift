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
        var isValid = false
        let decoded = [UInt8](unsafeUninitializedCapacity: count) { output, written in
            let table = alphabet.span
            // Known here, so that no lookup need be checked.
            guard table.count == 256 else { return }
            let input = text.span
            // A letter without value sets bits that no value has.
            var seen: UInt8 = 0
            var end = 0
            for group in 0..<input.count / 4 {
                let letters = UInt32(
                    littleEndian: input.bytes.unsafeLoadUnaligned(fromByteOffset: group &* 4, as: UInt32.self))
                let first = table[Int(UInt8(truncatingIfNeeded: letters))]
                let second = table[Int(UInt8(truncatingIfNeeded: letters >> 8))]
                let third = table[Int(UInt8(truncatingIfNeeded: letters >> 16))]
                let fourth = table[Int(UInt8(truncatingIfNeeded: letters >> 24))]
                seen |= first | second | third | fourth
                output[end] = first << 2 | second >> 4
                output[end &+ 1] = second << 4 | third >> 2
                output[end &+ 2] = third << 6 | fourth
                end &+= 3
            }
            var unused: UInt8 = 0
            if remainder > 0 {
                let first = table[Int(input[input.count - remainder])]
                let second = table[Int(input[input.count - remainder + 1])]
                let third = remainder == 3 ? table[Int(input[input.count - 1])] : 0
                seen |= first | second | third
                unused = remainder == 3 ? third & 0x03 : second & 0x0F
                output[end] = first << 2 | second >> 4
                if remainder == 3 { output[end &+ 1] = second << 4 | third >> 2 }
            }
            written = count
            isValid = seen < 64 && unused == 0
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
