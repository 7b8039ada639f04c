// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import Crypto
import EntraAuth
import Foundation
import StrictJSON
import Testing

@Suite("Catalogue SIG: the signature")
struct SignatureTests {
    @Test("A signature that is not the key's over these bytes is refused", arguments: rows)
    func signature(row: Row) async throws { try await row.check() }

    private static let rows: [Row] =
        [0, 7, 1_023, 2_047].map { bit in
            Row("SIG-01 bit \(bit)", .signatureInvalid) {
                Segments(try Mint.token()).signature { $0[255 - bit / 8] ^= 1 << UInt8(bit % 8) }
            }
        }
        + [
            Row("SIG-05 s = n", .signatureInvalid) { Mint.signed { _ in TestKey.k1.modulus } },
            Row("SIG-05 s = n - 1", .signatureInvalid) {
                Mint.signed { _ in TestKey.k1.modulus.dropLast() + [(TestKey.k1.modulus.last ?? 1) - 1] }
            },
            Row("SIG-05 s + n", .signatureInvalid) {
                Segments(try Mint.token()).signature { $0 = Number.sum($0, TestKey.k1.modulus) }
            },
            Row("s = 0", .signatureInvalid) { Mint.signed { _ in [UInt8](repeating: 0, count: 256) } },
            Row("s = 1", .signatureInvalid) { Mint.signed { _ in [UInt8](repeating: 0, count: 255) + [1] } },
            Row("one byte short", .signatureInvalid) { Segments(try Mint.token()).signature { $0.removeLast() } },
            Row("a leading zero", .signatureInvalid) { Segments(try Mint.token()).signature { $0.insert(0, at: 0) } },
            Row("one byte long", .signatureInvalid) { Segments(try Mint.token()).signature { $0.append(0) } },
            Row("SIG-07", .tokenTooLarge) {
                Segments(try Mint.token()).signature { $0 = Number.odd(bits: 65_536 * 8) }
            },
            Row("SIG-07 within the size", .signatureInvalid) {
                Segments(try Mint.token()).signature { $0 = Number.odd(bits: 8_192 * 8) }
            },
            Row("SIG-08 garbage after the digest", .signatureInvalid) {
                try forged { prefix + $0 + [UInt8](repeating: 0xAA, count: 16) }
            },
            Row("SIG-08 short padding", .signatureInvalid) {
                try Mint.signed { input in
                    let block = [0, 1] + [UInt8](repeating: 0xFF, count: 8) + [0] + prefix + digest(input)
                    return try TestKey.k1.power(block + [UInt8](repeating: 0xAA, count: 256 - block.count))
                }
            },
            Row("SIG-08 block type 2", .signatureInvalid) {
                try Mint.signed { try TestKey.k1.power(block(prefix + digest($0), type: 2)) }
            },
            Row("SIG-08 other padding byte", .signatureInvalid) {
                try Mint.signed { try TestKey.k1.power(block(prefix + digest($0), padding: 0xFE)) }
            },
            Row("SIG-09", .signatureInvalid) { try forged { withoutNull + $0 } },
            Row("SIG-11", .signatureInvalid) {
                let token = Segments(try Mint.token())
                return "\(token.header).\(token.payload).\(Base64.url(try TestKey.k1.sign(token.payload)))"
            },
            Row("SIG-13", .signatureInvalid) { try Mint.token(by: .k2) },
            Row("SIG-15", .signatureInvalid) {
                try Mint.signed { try TestKey.k1.power([UInt8](repeating: 0, count: 224) + digest($0)) }
            },
            Row("the same by hand, correctly") { try forged { prefix + $0 } },
        ]

    @Test("The length is compared with the key's before anything is computed", arguments: [0, 1, 255, 257, 512])
    func length(count: Int) async throws {
        let bench = Bench()
        var token = Segments(try Mint.token())
        token.signature = Base64.url([UInt8](repeating: 1, count: count))
        let presented = BearerToken(token.token)
        let error = try await #require(throws: AuthError.self) {
            try await bench.validator.validate(presented, policy: .scope("access_as_user"))
        }
        // An empty signature is no signature.
        #expect(error.code == (count == 0 ? .tokenMalformed : .signatureInvalid))
        #expect(error.diagnostic.contains("\(count) bytes, not 256") == (count > 0))
    }

    /// DigestInfo of SHA-256 up to the digest (RFC 8017 §9.2).
    private static let prefix: [UInt8] = [
        0x30, 0x31, 0x30, 0x0D, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01, 0x05, 0x00, 0x04,
        0x20,
    ]
    private static let withoutNull: [UInt8] = [
        0x30, 0x2F, 0x30, 0x0B, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01, 0x04, 0x20,
    ]

    private static func digest(_ input: String) -> [UInt8] { Array(SHA256.hash(data: Data(input.utf8))) }

    private static func block(_ content: [UInt8], type: UInt8 = 1, padding: UInt8 = 0xFF) -> [UInt8] {
        [0, type] + [UInt8](repeating: padding, count: 253 - content.count) + [0] + content
    }

    /// The block that a correct signature hides (RFC 8017 §9.2).
    static func encodedMessage(for input: String) -> [UInt8] { block(prefix + digest(input)) }

    /// A token whose block holds what the closure makes of the digest.
    private static func forged(_ content: ([UInt8]) -> [UInt8]) throws -> String {
        try Mint.signed { try TestKey.k1.power(block(content(digest($0)))) }
    }
}
