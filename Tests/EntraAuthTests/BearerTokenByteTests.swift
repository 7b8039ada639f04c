// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import EntraAuth
import Testing

@Suite struct `The bytes of a bearer token` {
    /// RFC 6750 §2.1, byte by byte.
    private static let characters = Set(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~+/".utf8)

    @Test(arguments: [1, 15, 16, 17, 31, 32, 40]) func `Each is judged alike at every place`(length: Int) {
        for place in 0..<length {
            for byte in 0...UInt8.max where byte != UInt8(ascii: "=") {
                var token = [UInt8](repeating: UInt8(ascii: "x"), count: length)
                token[place] = byte
                // A space in front is one more of those after the scheme.
                let isTaken = Self.characters.contains(byte) || (byte == 0x20 && place == 0 && length > 1)
                #expect(takes(token) == isTaken, "byte \(byte) at \(place)")
            }
        }
    }

    @Test func `Padding ends a segment or the token, at every place`() {
        for length in 2...40 {
            for place in 0..<length {
                var token = [UInt8](repeating: UInt8(ascii: "x"), count: length)
                token[place] = UInt8(ascii: "=")
                #expect(takes(token) == (place > 0 && place == length - 1), "at \(place) of \(length)")
                guard place > 0, place + 1 < length else { continue }
                token[place + 1] = UInt8(ascii: ".")
                #expect(takes(token), "before a dot at \(place) of \(length)")
            }
        }
    }

    private func takes(_ token: [UInt8]) -> Bool {
        let value = Array("Bearer ".utf8) + token
        return (try? BearerToken(authorization: [value[...]], hasQueryToken: false)) != nil
    }
}
