// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// Compares bytes with a string's UTF-8.
///
/// `String ==` is canonical equivalence, which takes U+212A for `K`; names and claims compare octet by octet
/// (RFC 7519 §7.3).
func isEqual(_ bytes: ArraySlice<UInt8>, _ text: StaticString) -> Bool {
    guard bytes.count == text.utf8CodeUnitCount else { return false }
    return text.withUTF8Buffer { $0.elementsEqual(bytes) }
}

/// Compares bytes with a string's UTF-8, octet by octet.
func isEqual(_ bytes: borrowing Span<UInt8>, _ text: StaticString) -> Bool {
    guard bytes.count == text.utf8CodeUnitCount else { return false }
    return text.withUTF8Buffer { expected in
        for place in expected.indices where bytes[place] != expected[place] { return false }
        return true
    }
}

/// Compares bytes with ASCII text, ignoring the case of ASCII letters only.
func isEqualIgnoringCase(_ bytes: ArraySlice<UInt8>, _ lowercase: StaticString) -> Bool {
    guard bytes.count == lowercase.utf8CodeUnitCount else { return false }
    return lowercase.withUTF8Buffer { expected in
        for (byte, wanted) in zip(bytes, expected) where asciiLowercase(byte) != wanted { return false }
        return true
    }
}

func asciiLowercase(_ byte: UInt8) -> UInt8 {
    byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte
}

func isASCIIAlphanumeric(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
}

/// Compares all bytes, eight at a time.
func isEqual(_ left: borrowing Span<UInt8>, _ right: borrowing Span<UInt8>) -> Bool {
    guard left.count == right.count else { return false }
    var place = 0
    while place + 8 <= left.count {
        let one = left.bytes.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self)
        let other = right.bytes.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self)
        guard one == other else { return false }
        place += 8
    }
    while place < left.count {
        guard left[place] == right[place] else { return false }
        place += 1
    }
    return true
}

/// The first place of a byte from a place on, eight bytes at a time.
func firstIndex(of byte: UInt8, in text: borrowing Span<UInt8>, from start: Int) -> Int? {
    let pattern = UInt64(byte) &* 0x0101_0101_0101_0101
    var place = start
    while place + 8 <= text.count {
        let word = UInt64(littleEndian: text.bytes.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self))
        let difference = word ^ pattern
        // The lowest bit set marks the first byte without difference; bits above it may be carries.
        let zeros = (difference &- 0x0101_0101_0101_0101) & ~difference & 0x8080_8080_8080_8080
        if zeros != 0 { return place + zeros.trailingZeroBitCount / 8 }
        place += 8
    }
    while place < text.count {
        if text[place] == byte { return place }
        place += 1
    }
    return nil
}
