// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// A `kid` as bytes: two identifiers are the same only octet by octet (RFC 7515 §4.1.4).
struct KeyIdentifier: Hashable, Sendable {
    static let maximumSize = 256

    let bytes: [UInt8]
    /// Of the bytes, seeded anew by each process: whoever chooses identifiers cannot choose this.
    private let digest: Int

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = Array(bytes)
        digest = self.bytes.hashValue
    }

    static func == (left: KeyIdentifier, right: KeyIdentifier) -> Bool {
        left.digest == right.digest && isEqual(left.bytes.span, right.bytes.span)
    }

    func hash(into hasher: inout Hasher) { hasher.combine(digest) }

    /// For log lines: letters that cannot break or spoof one, at most 64 of them (`spec §12`).
    static func sanitized(_ bytes: some Sequence<UInt8>) -> String {
        let allowed = bytes.prefix(64).map { byte in
            isASCIIAlphanumeric(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
                ? byte : UInt8(ascii: "?")
        }
        return String(decoding: allowed, as: UTF8.self)
    }
}
