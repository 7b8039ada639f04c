// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials

/// The watched files at one moment.
struct SourceSnapshot: Equatable, Sendable {
    /// More files are not watched.
    static let maximumFiles = 20_000
    private static let maximumDepth = 32

    private(set) var files: [String: FileStamp] = [:]

    /// Looks at files and, below folders, at everything that is not hidden.
    init(_ paths: [String]) {
        for path in paths { add(path, depth: 0) }
    }

    /// The paths that are new, gone or different, sorted.
    func changes(since former: SourceSnapshot) -> [String] {
        Set(files.keys).union(former.files.keys).filter { files[$0] != former.files[$0] }.sorted()
    }

    private mutating func add(_ path: String, depth: Int) {
        guard files.count < Self.maximumFiles, depth < Self.maximumDepth else { return }
        var isFolder = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return }
        guard isFolder else { return files[path] = FileStamp(path) }
        for name in (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [] where !name.hasPrefix(".") {
            add(path + "/" + name, depth: depth + 1)
        }
    }
}
