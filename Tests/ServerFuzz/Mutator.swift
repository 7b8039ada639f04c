// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// Changes bytes in the ways in which inputs go wrong; the same seed gives the same changes.
package struct Mutator {
    private var state: UInt64

    package init(seed: UInt64) { state = seed }

    /// SplitMix64.
    private mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }

    package mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(max(bound, 1))) }

    private static let tokens = [
        "\"", "\\", "{", "}", "[", "]", ",", ":", "null", "-1", "1e999", "\\u0000", "\\ud800", "\r\n", "\r\n\r\n", " ",
        "\u{0}", "%", "%00", "%2F", "/", "..", "?", "HTTP/9.9", "Content-Length: 7\r\n",
        "Transfer-Encoding: chunked\r\n",
        "18446744073709551616", "é", "\u{FEFF}",
    ].map { Array($0.utf8) }

    package mutating func mutate(_ input: [UInt8]) -> [UInt8] {
        var bytes = input
        for _ in 0...below(3) {
            let place = below(bytes.count)
            let end = min(bytes.count, place + 1 + below(16))
            switch below(6) {
            case 0 where !bytes.isEmpty: bytes[place] = UInt8(truncatingIfNeeded: next())
            case 1 where !bytes.isEmpty: bytes[place] ^= 1 << UInt8(below(8))
            case 2: bytes.removeSubrange(place..<end)
            case 3: bytes.insert(contentsOf: Array(bytes[place..<end]), at: place)
            case 4: bytes.insert(contentsOf: Self.tokens[below(Self.tokens.count)], at: place)
            default: bytes.removeLast(below(bytes.count))
            }
        }
        return bytes
    }
}
