// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// A tenant's GUID in the one spelling that Entra uses: lower case with dashes.
public struct TenantID: Sendable, Hashable, CustomStringConvertible {
    /// The canonical text.
    public let description: String

    /// The tenant in which Microsoft keeps personal accounts.
    public static let personalAccounts = TenantID(canonical: "9188040d-6c67-4c5b-b112-36a304b66dad")

    /// Takes a GUID in any case; nil for anything else.
    ///
    /// - Parameter text: Such as `aaaabbbb-0000-cccc-1111-dddd2222eeee`.
    public init?(_ text: String) {
        let lowered = text.utf8.map(asciiLowercase)
        guard isCanonicalGUID(lowered[...]) else { return nil }
        description = String(decoding: lowered, as: UTF8.self)
    }

    private init(canonical: String) {
        description = canonical
    }

    /// Takes a GUID in Entra's spelling; nil for anything else.
    init?(canonical bytes: ArraySlice<UInt8>) {
        guard isCanonicalGUID(bytes) else { return nil }
        description = String(decoding: bytes, as: UTF8.self)
    }
}

/// Whether the bytes are a GUID as Entra writes it.
func isCanonicalGUID(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.count == 36 else { return false }
    for (offset, byte) in bytes.enumerated() {
        switch offset {
        case 8, 13, 18, 23: guard byte == UInt8(ascii: "-") else { return false }
        default: guard byte &- 0x30 < 10 || byte &- 0x61 < 6 else { return false }
        }
    }
    return true
}
