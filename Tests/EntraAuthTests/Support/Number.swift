// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// Big-endian numbers, for forging signatures and keys.
enum Number {
    /// The sum, one byte longer where it carries.
    static func sum(_ left: [UInt8], _ right: [UInt8]) -> [UInt8] {
        let count = max(left.count, right.count)
        var result = [UInt8](repeating: 0, count: count)
        var carry = 0
        for offset in 1...count {
            let a = offset <= left.count ? Int(left[left.count - offset]) : 0
            let b = offset <= right.count ? Int(right[right.count - offset]) : 0
            carry += a + b
            result[count - offset] = UInt8(carry & 0xFF)
            carry >>= 8
        }
        return carry > 0 ? [UInt8(carry)] + result : result
    }

    static func square(_ number: [UInt8]) -> [UInt8] {
        var digits = [Int](repeating: 0, count: number.count * 2)
        for (i, a) in number.reversed().enumerated() {
            for (j, b) in number.reversed().enumerated() { digits[i + j] += Int(a) * Int(b) }
        }
        for index in digits.indices.dropLast() {
            digits[index + 1] += digits[index] >> 8
            digits[index] &= 0xFF
        }
        return digits.reversed().map { UInt8($0) }.drop { $0 == 0 }.map { $0 }
    }

    /// An odd number of exactly this many bits, the same every time.
    static func odd(bits: Int) -> [UInt8] {
        var state: UInt64 = UInt64(bits)
        var bytes = (0..<(bits + 7) / 8).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return UInt8(state >> 56)
        }
        let top = UInt8(1) << UInt8((bits - 1) % 8)
        bytes[0] = bytes[0] & (top - 1) | top
        bytes[bytes.count - 1] |= 1
        return bytes
    }
}
