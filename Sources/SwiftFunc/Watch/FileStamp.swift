// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import SystemPackage

/// What tells whether a file has changed.
struct FileStamp: Equatable, Sendable, CustomStringConvertible {
    private let seconds: Int
    private let nanoseconds: Int
    private let size: Int64
    private let inode: Inode

    /// The stamp of a path's file; nil when there is none.
    init?(_ path: String) {
        guard let status = try? Stat(FilePath(path)) else { return nil }
        self.init(status)
    }

    init(_ status: Stat) {
        // As two words, since the type's members belong to another module in each kind of build.
        (seconds, nanoseconds) = withUnsafeBytes(of: status.st_mtim) { time in
            (time.loadUnaligned(as: Int.self), time.loadUnaligned(fromByteOffset: MemoryLayout<Int>.size, as: Int.self))
        }
        size = status.size
        inode = status.inode
    }

    var description: String { "\(seconds).\(nanoseconds) \(size) \(inode.rawValue)" }
}
