// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// A gzip stream of zeros without end (RFC 1951, RFC 1952).
enum CompressionBomb {
    /// The gzip header, and a block of fixed codes that begins with one zero and one repetition of it.
    static let start: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF] + pack("110" + "00110000" + repetition)

    /// 2,064 zeros in 13 bytes: eight times "repeat the last byte 258 times".
    static let piece = pack(String(repeating: repetition, count: 8))

    /// Length 258 is code 285, `11000101`; distance 1 is code 0 of five bits.
    private static let repetition = "1100010100000"

    /// Packs bits, the first one into the lowest bit of the first byte.
    private static func pack(_ bits: String) -> [UInt8] {
        var bytes: [UInt8] = []
        for (index, bit) in bits.utf8.enumerated() {
            if index % 8 == 0 { bytes.append(0) }
            if bit == UInt8(ascii: "1"), let last = bytes.popLast() { bytes.append(last | 1 << UInt8(index % 8)) }
        }
        return bytes
    }
}
