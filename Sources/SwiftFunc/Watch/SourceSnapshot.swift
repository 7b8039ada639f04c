// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
import SystemPackage

/// The watched files at one moment.
struct SourceSnapshot: Equatable, Sendable {
    /// More files are not watched.
    static let maximumFiles = 20_000
    private static let maximumDepth = 32

    private(set) var files: [String: FileStamp] = [:]

    /// Looks at files and, below folders, at everything that is not hidden.
    ///
    /// - Parameters:
    ///   - paths: Files and folders.
    ///   - excluded: Paths that are left out, with everything below them.
    init(_ paths: [String], without excluded: Set<String> = []) {
        for path in paths { add(path, without: excluded, depth: 0) }
    }

    /// Whether there may be files that were not looked at.
    var isCut: Bool { files.count >= Self.maximumFiles }

    /// The paths that are new, gone or different, sorted.
    func changes(since former: SourceSnapshot) -> [String] {
        Set(files.keys).union(former.files.keys).filter { files[$0] != former.files[$0] }.sorted()
    }

    private mutating func add(_ path: String, without excluded: Set<String>, depth: Int) {
        guard files.count < Self.maximumFiles, depth < Self.maximumDepth, !excluded.contains(path),
            let status = try? Stat(FilePath(path))
        else { return }
        guard status.type == .directory else { return files[path] = FileStamp(status) }
        for name in (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [] where !name.hasPrefix(".") {
            add(path + "/" + name, without: excluded, depth: depth + 1)
        }
    }
}
