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
        var isValid = true
        let decoded = [UInt8](unsafeUninitializedCapacity: count) { output, written in
            var accumulator: UInt32 = 0
            var bits: UInt32 = 0
            for byte in text {
                let value = alphabet[Int(byte)]
                guard value < 64 else {
                    isValid = false
                    return
                }
                accumulator = accumulator << 6 | UInt32(value)
                bits += 6
                if bits >= 8 {
                    bits -= 8
                    output[written] = UInt8(truncatingIfNeeded: accumulator >> bits)
                    written += 1
                    accumulator &= (1 << bits) - 1
                }
            }
            isValid = accumulator == 0
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
