// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// A tenant's GUID, written in the one spelling that Entra uses: lower case with dashes.
public struct TenantID: Sendable, Hashable, CustomStringConvertible {
    /// The digits, first digit highest.
    private let high: UInt64
    private let low: UInt64

    /// The tenant in which Microsoft keeps personal accounts: 9188040d-6c67-4c5b-b112-36a304b66dad.
    public static let personalAccounts = TenantID(high: 0x9188_040D_6C67_4C5B, low: 0xB112_36A3_04B6_6DAD)

    /// Takes a GUID in any case; nil for anything else.
    ///
    /// - Parameter text: Such as `aaaabbbb-0000-cccc-1111-dddd2222eeee`.
    public init?(_ text: String) {
        let lowered = text.utf8.map(asciiLowercase)
        self.init(canonical: lowered[...])
    }

    private init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// Takes a GUID in Entra's spelling; nil for anything else.
    init?(canonical bytes: ArraySlice<UInt8>) {
        self.init(canonical: bytes.span)
    }

    /// Reads the digits eight at a time; `8-4-4-4-12` of them stand between the dashes.
    init?(canonical text: borrowing Span<UInt8>) {
        let dash = UInt8(ascii: "-")
        guard text.count == 36, text[8] == dash, text[13] == dash, text[18] == dash, text[23] == dash else {
            return nil
        }
        let bytes = text.bytes
        let first = bytes.unsafeLoadUnaligned(fromByteOffset: 0, as: UInt64.self)
        let second = Self.join(text, 9, 14)
        let third = Self.join(text, 19, 24)
        let fourth = bytes.unsafeLoadUnaligned(fromByteOffset: 28, as: UInt64.self)
        guard let first = Self.value(UInt64(littleEndian: first)), let second = Self.value(second),
            let third = Self.value(third), let fourth = Self.value(UInt64(littleEndian: fourth))
        else { return nil }
        self.init(high: first << 32 | second, low: third << 32 | fourth)
    }

    /// Two groups of four digits as one of eight, the first digit lowest.
    private static func join(_ text: borrowing Span<UInt8>, _ first: Int, _ second: Int) -> UInt64 {
        let low = text.bytes.unsafeLoadUnaligned(fromByteOffset: first, as: UInt32.self)
        let high = text.bytes.unsafeLoadUnaligned(fromByteOffset: second, as: UInt32.self)
        return UInt64(UInt32(littleEndian: high)) << 32 | UInt64(UInt32(littleEndian: low))
    }

    /// The value of eight digits `0`-`9` and `a`-`f`, the first digit in the lowest byte; nil for anything else.
    private static func value(_ digits: UInt64) -> UInt64? {
        let tops: UInt64 = 0x8080_8080_8080_8080
        guard digits & tops == 0 else { return nil }
        // The top bit of each byte says whether the byte is at least a bound; none carries, for none has its top bit set.
        let decimals = (digits &+ 0x5050_5050_5050_5050) & ~(digits &+ 0x4646_4646_4646_4646)
        let letters = (digits &+ 0x1F1F_1F1F_1F1F_1F1F) & ~(digits &+ 0x1919_1919_1919_1919)
        guard (decimals | letters) & tops == tops else { return nil }
        var value = digits & 0x0F0F_0F0F_0F0F_0F0F
        value &+= (digits >> 6 & 0x0101_0101_0101_0101) &* 9
        // Digits to bytes, bytes to one number, the first highest.
        value = (value << 4 | value >> 8) & 0x00FF_00FF_00FF_00FF
        value = (value << 8 | value >> 16) & 0x0000_FFFF_0000_FFFF
        return (value << 16 | value >> 32) & 0xFFFF_FFFF
    }

    /// The canonical text.
    public var description: String {
        String(unsafeUninitializedCapacity: 36) { text in
            var place = 0
            for index in 0..<32 {
                if index == 8 || index == 12 || index == 16 || index == 20 {
                    text.initializeElement(at: place, to: UInt8(ascii: "-"))
                    place += 1
                }
                let half = index < 16 ? high : low
                let digit = UInt8(truncatingIfNeeded: half >> UInt64(60 - index % 16 * 4)) & 0x0F
                text.initializeElement(at: place, to: digit < 10 ? 0x30 + digit : 0x61 + digit - 10)
                place += 1
            }
            return place
        }
    }
}
