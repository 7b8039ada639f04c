// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import Crypto

/// SIG: the signature (RFC 8017 §8.2, §9.2).
extension HostileToken {
    static let signatures: [HostileToken] =
        family("SIG-01", "one bit flipped", .signatureInvalid, [0, 7, 1_023, 2_047].map { ("bit \($0)", $0) }) {
            mint, bit in
            try mint.parts().signature { bytes in
                let index = bytes.count - 1 - bit / 8
                if bytes.indices.contains(index) { bytes[index] ^= 1 << UInt8(bit % 8) }
            }
        }
        + [
            HostileToken("SIG-05/1", "the modulus as the signature", .signatureInvalid) { mint in
                try mint.token(signature: { _ in mint.key.modulus })
            },
            HostileToken("SIG-05/2", "the modulus less one as the signature", .signatureInvalid) { mint in
                // The modulus is odd.
                try mint.token(signature: { _ in mint.key.modulus.dropLast() + [(mint.key.modulus.last ?? 1) & 0xFE] })
            },
            HostileToken("SIG-05/3", "the signature plus the modulus", .signatureInvalid) { mint in
                try mint.parts().signature { $0 = sum($0, mint.key.modulus) }
            },
            HostileToken("SIG-07", "a signature of 64 KiB; a server may refuse the header field first", .tokenTooLarge)
            {
                try $0.parts().signature { $0 = [UInt8](repeating: 0xA5, count: 65_536) }
            },
            HostileToken("SIG-08/1", "garbage behind the digest", .signatureInvalid) { mint in
                try forged(mint) { mint.key.block(digestInfo + $0 + [UInt8](repeating: 0xAA, count: 16)) }
            },
            HostileToken("SIG-08/2", "short padding, garbage to the end", .signatureInvalid) { mint in
                try forged(mint) {
                    let start = [0, 1] + [UInt8](repeating: 0xFF, count: 8) + [0] + digestInfo + $0
                    return start + [UInt8](repeating: 0xAA, count: max(0, mint.key.modulus.count - start.count))
                }
            },
            HostileToken("SIG-08/3", "block type 2", .signatureInvalid) { mint in
                try forged(mint) { mint.key.block(digestInfo + $0, type: 2) }
            },
            HostileToken("SIG-08/4", "padding of other bytes", .signatureInvalid) { mint in
                try forged(mint) { mint.key.block(digestInfo + $0, padding: 0xFE) }
            },
            HostileToken("SIG-09", "no NULL in the DigestInfo", .signatureInvalid) { mint in
                try forged(mint) { mint.key.block(digestInfoWithoutNull + $0) }
            },
            HostileToken("SIG-11", "a signature over the payload only", .signatureInvalid) {
                var parts = try $0.parts()
                parts.signature = Base64URL.encode(try $0.key.signature(of: Array(parts.payload.utf8)))
                return parts.compact
            },
            HostileToken("SIG-13", "signed with the other published key", .signatureInvalid) {
                try $0.token(by: $0.otherKey)
            },
            HostileToken("SIG-15", "raw RSA over the digest, without padding", .signatureInvalid) { mint in
                try forged(mint) { [UInt8](repeating: 0, count: max(0, mint.key.modulus.count - $0.count)) + $0 }
            },
        ]

    /// A token whose signature hides the block that the closure makes of the digest.
    private static func forged(_ mint: HostileMint, _ block: ([UInt8]) -> [UInt8]) throws -> String {
        try mint.token(signature: { try mint.key.power(of: block(Array(SHA256.hash(data: $0)))) })
    }

    /// DigestInfo of SHA-256 up to the digest.
    private static let digestInfo: [UInt8] = [
        0x30, 0x31, 0x30, 0x0D, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01, 0x05, 0x00, 0x04,
        0x20,
    ]

    private static let digestInfoWithoutNull: [UInt8] = [
        0x30, 0x2F, 0x30, 0x0B, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01, 0x04, 0x20,
    ]

    /// The sum of two big-endian numbers, one byte longer where it carries.
    private static func sum(_ left: [UInt8], _ right: [UInt8]) -> [UInt8] {
        var digits: [UInt8] = []
        var carry: UInt16 = 0
        var left = left[...]
        var right = right[...]
        while !left.isEmpty || !right.isEmpty {
            carry += UInt16(left.popLast() ?? 0) + UInt16(right.popLast() ?? 0)
            digits.append(UInt8(truncatingIfNeeded: carry))
            carry >>= 8
        }
        if carry > 0 { digits.append(UInt8(truncatingIfNeeded: carry)) }
        return digits.reversed()
    }
}
