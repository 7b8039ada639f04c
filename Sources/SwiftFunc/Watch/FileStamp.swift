// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
import SystemPackage

/// What tells whether a file has changed.
struct FileStamp: Equatable, Sendable {
    private let modification: Date?
    // Foundation's attributes have other types in each of its variants; the system's status has one.
    private let size: Int64
    private let inode: Inode

    /// The stamp of a path's file; nil when there is none.
    init?(_ path: String) {
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: path),
            let status = try? Stat(FilePath(path))
        else { return nil }
        modification = attributes[.modificationDate] as? Date
        size = status.size
        inode = status.inode
    }
}
