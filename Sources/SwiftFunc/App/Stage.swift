// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials

/// A folder laid out as it is deployed: host.json, a folder for each function, and the handler (host contract §5.1).
struct Stage {
    let path: String

    /// Lays out an app in a new folder below the temporary one.
    ///
    /// - Parameters:
    ///   - app: The app's package.
    ///   - handler: The built handler; nil when somebody else runs it.
    /// - Throws: What keeps the folder from being made; nothing of it is left then.
    init(_ app: FunctionAppFolder, handler: String?) throws {
        let manager = FileManager.default
        path = manager.temporaryDirectory.appending(path: "swift-func-\(UUID().uuidString.lowercased())").path
        try manager.createDirectory(
            atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        do {
            try manager.copyItem(atPath: app.path + "/host.json", toPath: path + "/host.json")
            for (name, folder) in Self.functions(app) {
                try manager.copyItem(atPath: folder, toPath: "\(path)/\(name)")
            }
            if let handler { try link(try app.executableName, to: handler) }
        } catch {
            remove()
            throw error
        }
    }

    /// Removes the folder.
    func remove() { try? FileManager.default.removeItem(atPath: path) }

    /// The handler lies where host.json looks for it; an absolute path needs nothing.
    private func link(_ name: String, to handler: String) throws {
        guard !name.hasPrefix("/") else { return }
        let target = URL(filePath: "\(path)/\(name)").standardizedFileURL
        guard target.path.hasPrefix(URL(filePath: path).standardizedFileURL.path) else {
            throw CommandError("defaultExecutablePath \"\(name)\" of host.json leaves the app's folder.")
        }
        try FileManager.default.createDirectory(
            atPath: target.deletingLastPathComponent().path, withIntermediateDirectories: true)
        let source = URL(filePath: handler).resolvingSymlinksInPath().path
        do {
            // A build puts another file in its place: this one stays whole as long as it runs.
            try FileManager.default.linkItem(atPath: source, toPath: target.path)
        } catch {
            try FileManager.default.copyItem(atPath: source, toPath: target.path)
        }
    }

    /// The folders with a function.json, below functions/ or, where there is none, in the app's folder.
    static func functions(_ app: FunctionAppFolder) -> [(name: String, folder: String)] {
        let manager = FileManager.default
        let parent = manager.fileExists(atPath: app.path + "/functions") ? app.path + "/functions" : app.path
        return ((try? manager.contentsOfDirectory(atPath: parent)) ?? []).sorted().map { ($0, "\(parent)/\($0)") }
            .filter { manager.fileExists(atPath: $0.1 + "/function.json") }
    }
}
