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

/// Compares bytes with ASCII text, ignoring the case of ASCII letters only.
func isEqualIgnoringCase(_ bytes: ArraySlice<UInt8>, _ lowercase: StaticString) -> Bool {
    guard bytes.count == lowercase.utf8CodeUnitCount else { return false }
    return lowercase.withUTF8Buffer { zip(bytes, $0).allSatisfy { asciiLowercase($0) == $1 } }
}

func asciiLowercase(_ byte: UInt8) -> UInt8 {
    byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte
}

func isASCIIAlphanumeric(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
}
