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

    init?(canonical text: borrowing Span<UInt8>) {
        guard text.count == 36 else { return nil }
        var high: UInt64 = 0
        var low: UInt64 = 0
        for place in 0..<36 {
            let byte = text[place]
            switch place {
            case 8, 13, 18, 23:
                guard byte == UInt8(ascii: "-") else { return nil }
            default:
                let decimal = byte &- 0x30
                let letter = byte &- 0x61
                guard decimal < 10 || letter < 6 else { return nil }
                let digit = UInt64(decimal < 10 ? decimal : letter &+ 10)
                if place < 18 { high = high << 4 | digit } else { low = low << 4 | digit }
            }
        }
        self.init(high: high, low: low)
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
