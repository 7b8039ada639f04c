// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials

/// What tells whether a file has changed.
struct FileStamp: Equatable, Sendable {
    private let modification: Date?
    private let status: FileStatus?

    /// The stamp of a path's file; nil when there is none.
    init?(_ path: String) {
        let manager = FileManager.default
        guard let attributes = try? manager.attributesOfItem(atPath: path) else { return nil }
        modification = attributes[.modificationDate] as? Date
        status = FileStatus(path)
    }
}
