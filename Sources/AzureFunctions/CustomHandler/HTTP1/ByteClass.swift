// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// The kinds of bytes of RFC 9110 §5.6.2 and RFC 9112.
extension UInt8 {
    static let carriageReturn: UInt8 = 0x0D
    static let lineFeed: UInt8 = 0x0A

    /// A character of a token.
    var isTokenCharacter: Bool {
        switch self {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        case 0x21, 0x23...0x27, 0x2A, 0x2B, 0x2D, 0x2E, 0x5E...0x60, 0x7C, 0x7E: true
        default: false
        }
    }

    /// A character of a chunk's extensions; quoted texts, which nobody sends, are none.
    var isChunkExtensionCharacter: Bool {
        isTokenCharacter || isWhitespace || self == UInt8(ascii: ";") || self == UInt8(ascii: "=")
    }

    /// A character that a field's value must not contain; the tab may stand in one.
    var isControlCharacter: Bool { self < 0x20 && self != 0x09 || self == 0x7F }

    /// A character that is visible, as those of a request target are.
    var isVisibleASCII: Bool { 0x21...0x7E ~= self }

    var isWhitespace: Bool { self == 0x20 || self == 0x09 }

    var lowercasedASCII: UInt8 { 0x41...0x5A ~= self ? self | 0x20 : self }

    /// The value of a hexadecimal digit; nil for anything else.
    var hexadecimalValue: Int? {
        switch self {
        case 0x30...0x39: Int(self) - 0x30
        case 0x41...0x46: Int(self) - 0x37
        case 0x61...0x66: Int(self) - 0x57
        default: nil
        }
    }
}
