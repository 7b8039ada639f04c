// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
import SystemPackage

// C's times belong to CoreFoundation or to the C library, whichever the compiler met first: GRDB imports the former.
#if canImport(CoreFoundation)
import CoreFoundation
#endif
#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A version of a blob.
struct BlobFile: Sendable, Hashable {
    let name: BlobName
    let size: Int
    let modified: Date
    /// Differs from version to version.
    let etag: String

    /// Nil for anything but a plain file.
    init?(_ name: BlobName, _ status: Stat) {
        guard status.type == .regular else { return nil }
        self.name = name
        size = Int(status.size)
        let time = status.st_mtim
        modified = Date(timeIntervalSince1970: Double(time.tv_sec) + Double(time.tv_nsec) / 1e9)
        let parts = [
            UInt64(bitPattern: Int64(time.tv_sec)), UInt64(time.tv_nsec), UInt64(status.inode.rawValue), UInt64(size),
        ]
        etag = "\"0x" + parts.map { String($0, radix: 16, uppercase: true) }.joined(separator: "-") + "\""
    }
}
