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
        let table = places
        var isValid = false
        // One byte more, because four are written where three count.
        let decoded = [UInt8](unsafeUninitializedCapacity: count + 1) { output, written in
            let table = table.span
            // Known here, so that no lookup need be checked.
            guard table.count == 1_024, let start = output.baseAddress else { return }
            let input = text.span
            let output = UnsafeMutableRawPointer(start)
            var seen: UInt32 = 0
            var end = 0
            for group in 0..<input.count / 4 {
                let loaded = input.bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: group &* 4, as: UInt32.self)
                let letters = UInt32(littleEndian: loaded)
                let bytes =
                    table[Int(letters & 0xFF)] | table[256 | Int(letters >> 8 & 0xFF)]
                    | table[512 | Int(letters >> 16 & 0xFF)] | table[768 | Int(letters >> 24)]
                seen |= bytes
                output.storeBytes(of: bytes.littleEndian, toByteOffset: end, as: UInt32.self)
                end &+= 3
            }
            if remainder > 0 {
                // What is missing counts as "A", whose value is 0; what is left over of the last letter must be 0 too.
                let last = input.count - remainder
                let bytes =
                    table[Int(input[last])] | table[256 | Int(input[last + 1])]
                    | (remainder == 3 ? table[512 | Int(input[last + 2])] : 0)
                seen |= bytes | (bytes >> (remainder == 3 ? 16 : 8) & 0xFF != 0 ? invalid : 0)
                output.storeBytes(of: UInt8(truncatingIfNeeded: bytes), toByteOffset: end, as: UInt8.self)
                if remainder == 3 {
                    output.storeBytes(of: UInt8(truncatingIfNeeded: bytes >> 8), toByteOffset: end + 1, as: UInt8.self)
                }
            }
            written = count
            isValid = seen & invalid == 0
        }
        return isValid ? decoded : nil
    }

    /// A bit that no three bytes have.
    private static let invalid: UInt32 = 1 << 31

    /// What a letter adds to the three bytes of its group, the first byte lowest, for each of its four places.
    private static let places: [UInt32] = {
        var table = [UInt32](repeating: invalid, count: 1_024)
        let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
        for (value, letter) in zip(UInt32(0)..., letters.utf8) {
            table[Int(letter)] = value << 2
            table[256 | Int(letter)] = value >> 4 | (value & 0x0F) << 12
            table[512 | Int(letter)] = (value >> 2) << 8 | (value & 0x03) << 22
            table[768 | Int(letter)] = value << 16
        }
        return table
    }()
}
