// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// What an executable's bytes tell of what it links.
struct BinaryFacts: Equatable, Sendable {
    /// Whether the data of ICU is in it, some 40 MB that come with the whole of Foundation.
    let hasFoundation: Bool
    /// The newest version of glibc whose symbols it needs, such as `[2, 35]`; nil when it needs none.
    let glibc: [Int]?

    init(_ bytes: [UInt8]) {
        hasFoundation = Self.offsets(of: "icudt", in: bytes, limit: 1).first != nil
        let versions = Self.offsets(of: "GLIBC_2.", in: bytes, limit: 10_000).compactMap { offset -> [Int]? in
            let digits = bytes[(offset + 8)...].prefix(4).prefix { 0x30...0x39 ~= $0 }
            return Int(String(decoding: digits, as: UTF8.self)).map { [2, $0] }
        }
        glibc = versions.max { $0.lexicographicallyPrecedes($1) }
    }

    /// Where a text lies, ignoring what comes after a number of finds.
    private static func offsets(of text: String, in bytes: [UInt8], limit: Int) -> [Int] {
        let needle = Array(text.utf8)
        var offsets: [Int] = []
        bytes.withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress else { return }
            var start = 0
            while offsets.count < limit, start + needle.count <= bytes.count,
                let found = memchr(base + start, Int32(needle[0]), bytes.count - start - needle.count + 1)
            {
                let offset = UnsafeRawPointer(found) - base
                if memcmp(base + offset, needle, needle.count) == 0 { offsets.append(offset) }
                start = offset + 1
            }
        }
        return offsets
    }
}
