// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Compares bytes with a string's UTF-8.
///
/// `String ==` is canonical equivalence, which takes U+212A for `K`; names and claims compare octet by octet
/// (RFC 7519 §7.3).
func isEqual(_ bytes: ArraySlice<UInt8>, _ text: StaticString) -> Bool {
    isEqual(bytes.span, text)
}

/// Compares bytes with a string's UTF-8, octet by octet.
func isEqual(_ bytes: borrowing Span<UInt8>, _ text: StaticString) -> Bool {
    guard bytes.count == text.utf8CodeUnitCount else { return false }
    let expected = text.utf8Start
    for place in bytes.indices where bytes[place] != expected[place] { return false }
    return true
}

/// Compares bytes with ASCII text, ignoring the case of ASCII letters only.
func isEqualIgnoringCase(_ bytes: ArraySlice<UInt8>, _ lowercase: StaticString) -> Bool {
    isEqualIgnoringCase(bytes.span, lowercase)
}

/// Compares bytes with ASCII text, ignoring the case of ASCII letters only.
func isEqualIgnoringCase(_ bytes: borrowing Span<UInt8>, _ lowercase: StaticString) -> Bool {
    guard bytes.count == lowercase.utf8CodeUnitCount else { return false }
    let expected = lowercase.utf8Start
    for place in bytes.indices where asciiLowercase(bytes[place]) != expected[place] { return false }
    return true
}

func asciiLowercase(_ byte: UInt8) -> UInt8 {
    byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte
}

func isASCIIAlphanumeric(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
}

/// Compares all bytes, eight at a time.
func isEqual(_ left: borrowing Span<UInt8>, _ right: borrowing Span<UInt8>) -> Bool {
    let count = left.count
    guard count == right.count else { return false }
    let (left, right) = (left.bytes, right.bytes)
    var place = 0
    // The loops' conditions are the checks, for both are as long.
    while place &+ 8 <= count {
        let one = left.unsafeLoadUnaligned(fromUncheckedByteOffset: place, as: UInt64.self)
        let other = right.unsafeLoadUnaligned(fromUncheckedByteOffset: place, as: UInt64.self)
        guard one == other else { return false }
        place &+= 8
    }
    while place < count {
        let one = left.unsafeLoadUnaligned(fromUncheckedByteOffset: place, as: UInt8.self)
        guard one == right.unsafeLoadUnaligned(fromUncheckedByteOffset: place, as: UInt8.self) else { return false }
        place &+= 1
    }
    return true
}

/// Compares all bytes.
func isEqual(_ left: ArraySlice<UInt8>, _ right: [UInt8]) -> Bool { isEqual(left.span, right.span) }

/// The first place of a byte from a place on.
func firstIndex(of byte: UInt8, in text: borrowing Span<UInt8>, from start: Int = 0) -> Int? {
    guard 0..<text.count ~= start else { return nil }
    return text.withUnsafeBytes { bytes in
        guard let base = bytes.baseAddress, let found = memchr(base + start, Int32(byte), bytes.count - start) else {
            return nil
        }
        return UnsafeRawPointer(found) - base
    }
}

/// Whether U+0000 is among the bytes, with which another reader may end a text.
func hasNull(_ text: ArraySlice<UInt8>) -> Bool { firstIndex(of: 0, in: text.span) != nil }
