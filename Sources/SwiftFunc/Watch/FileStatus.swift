// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// What the system says of a file; the attributes of Foundation have other types in each of its variants.
struct FileStatus: Hashable {
    /// In bytes.
    let size: Int64
    let number: UInt64

    /// The status of a path's file; nil when there is none.
    init?(_ path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        size = Int64(status.st_size)
        number = UInt64(status.st_ino)
    }
}
