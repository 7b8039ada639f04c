// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
import StrictJSON

/// A function app's package on disk.
struct FunctionAppFolder {
    /// The folder with host.json, absolute.
    let path: String

    /// Finds the app: the folder itself, or the first one above it with a host.json (host contract §11.1).
    init(_ start: String) throws {
        let manager = FileManager.default
        let first = start.hasPrefix("/") ? start : manager.currentDirectoryPath + "/" + start
        var folder = URL(filePath: first).standardizedFileURL.path
        while !manager.fileExists(atPath: folder + "/host.json") {
            let parent = URL(filePath: folder).deletingLastPathComponent().path
            guard parent != folder, folder.count > 1 else {
                throw CommandError(
                    "\(first) has no host.json, and no folder above it either. Name the app's folder with --app.")
            }
            folder = parent
        }
        path = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    }

    /// The name by which host.json starts the handler.
    var executableName: String {
        get throws {
            guard let data = FileManager.default.contents(atPath: path + "/host.json"),
                let json = try? JSONValue(parsing: Array(data))
            else { throw CommandError("\(path)/host.json is not valid JSON. Correct it.") }
            guard let name = json["customHandler"]?["description"]?["defaultExecutablePath"]?.string, !name.isEmpty
            else {
                throw CommandError("\(path)/host.json lacks customHandler.description.defaultExecutablePath. Add it.")
            }
            return name
        }
    }

    /// Whether the app is a Swift package that can be built.
    var hasPackage: Bool { FileManager.default.fileExists(atPath: path + "/Package.swift") }

    /// The product that makes the executable: the last part of its name in host.json.
    var productName: String {
        get throws {
            let name = try executableName
            return name.split(separator: "/").last.map(String.init) ?? name
        }
    }

    /// The built handler: the one given, else what host.json names, else the debug build.
    func handler(_ given: String?) throws -> String {
        let name = try executableName
        let base = try productName
        let candidates =
            given.map { [$0.hasPrefix("/") ? $0 : FileManager.default.currentDirectoryPath + "/" + $0] }
            ?? [name.hasPrefix("/") ? name : "\(path)/\(name)", "\(path)/.build/debug/\(base)"]
        for candidate in candidates where FileManager.default.isExecutableFile(atPath: candidate) {
            var isFolder = false
            if FileManager.default.fileExists(atPath: candidate, isDirectory: &isFolder), !isFolder { return candidate }
        }
        throw CommandError(
            "There is no executable at \(candidates.joined(separator: " or ")). Build it with \"swift build --product "
                + "\(base)\", or name it with --handler.")
    }
}
