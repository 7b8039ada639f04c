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

/// The result of looking at a file; the function of the same name hides the type.
typealias Glibc_stat = stat

/// A version of a blob.
struct BlobFile: Sendable, Hashable {
    let name: BlobName
    let size: Int
    let modified: Date
    /// Differs from version to version.
    let etag: String

    /// Nil for anything but a plain file.
    init?(_ name: BlobName, _ status: Glibc_stat) {
        guard status.st_mode & S_IFMT == S_IFREG else { return nil }
        self.name = name
        size = Int(status.st_size)
        #if canImport(Darwin)
        let time = status.st_mtimespec
        #else
        let time = status.st_mtim
        #endif
        modified = Date(timeIntervalSince1970: Double(time.tv_sec) + Double(time.tv_nsec) / 1e9)
        let parts = [UInt64(bitPattern: Int64(time.tv_sec)), UInt64(time.tv_nsec), UInt64(status.st_ino), UInt64(size)]
        etag = "\"0x" + parts.map { String($0, radix: 16, uppercase: true) }.joined(separator: "-") + "\""
    }
}
