// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// One value on the tape: containers are followed by their contents, members as name and value.
struct JSONNode: Sendable {
    var kind: JSONKind
    /// Strings: the bytes stand unescaped in the side buffer.
    ///
    /// Numbers: no fraction and no exponent.
    /// Objects: a name comes twice.
    var flag: Bool
    /// First byte of a scalar, in the text or in the side buffer.
    var start: UInt32
    /// Bytes of a scalar; elements of an array; members of an object.
    var count: UInt32
    /// Index of the first node after this value; of a member's name, its mark.
    var next: UInt32

    /// A number that equal names share and different names seldom do, from their length and both ends.
    @inline(__always)
    static func mark(_ text: borrowing Span<UInt8>, _ start: Int, _ count: Int) -> UInt32 {
        var mark = UInt32(truncatingIfNeeded: count)
        if count >= 4 {
            let first = text.bytes.unsafeLoadUnaligned(fromByteOffset: start, as: UInt32.self)
            let last = text.bytes.unsafeLoadUnaligned(fromByteOffset: start + count - 4, as: UInt32.self)
            mark = mark &+ first &* 0x9E37_79B1 ^ last &* 0x85EB_CA6B
        } else {
            for place in start..<start + count { mark = mark &* 0x0100_0193 ^ UInt32(text[place]) }
        }
        return mark ^ mark >> 16 ^ mark >> 6
    }
}
