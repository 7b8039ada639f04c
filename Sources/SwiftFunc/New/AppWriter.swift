// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials

/// Writes a new app, or nothing.
struct AppWriter {
    /// Writes files into a folder that must not exist, or be empty.
    ///
    /// - Throws: ``CommandError`` when something is there, or the folder cannot be written.
    static func write(_ files: [AppTemplate.File], to folder: String) throws {
        let manager = FileManager.default
        if manager.fileExists(atPath: folder) {
            guard let contents = try? manager.contentsOfDirectory(atPath: folder), contents.isEmpty else {
                throw CommandError("\(folder) exists already. Nothing was written; choose another name.")
            }
        }
        // Beside its place first: an app is there as a whole or not at all.
        let draft = folder + ".\(UUID().uuidString.lowercased())"
        do {
            for file in files {
                let url = URL(filePath: "\(draft)/\(file.path)")
                try manager.createDirectory(
                    atPath: url.deletingLastPathComponent().path, withIntermediateDirectories: true)
                try Data(file.text.utf8).write(to: url)
            }
            if manager.fileExists(atPath: folder) { try manager.removeItem(atPath: folder) }
            try manager.moveItem(atPath: draft, toPath: folder)
        } catch {
            try? manager.removeItem(atPath: draft)
            throw CommandError("\(folder) cannot be written: \(error)")
        }
    }
}
