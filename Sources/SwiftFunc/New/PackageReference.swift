// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials

/// How a new app's Package.swift names this package.
enum PackageReference: Equatable, Sendable {
    /// A checkout on this machine, absolute.
    case path(String)
    /// A Git repository, from a version on; without one, its branch `main`.
    case url(String, version: String?)

    static let name = "swift-azure-functions"
    static let repository = "https://github.com/swift-azure-functions/swift-azure-functions.git"

    /// Names of the package and its executables, in lower case: an app that depends on it cannot have them.
    static let takenNames: Set = [name, executable, "swift-func"]
    /// The executable of this repository's own app.
    static let executable = "handler"

    /// The dependency, as Package.swift says it.
    var declaration: String {
        switch self {
        case .path(let path): ".package(name: \(Self.quoted(Self.name)), path: \(Self.quoted(path)))"
        case .url(let url, let version?): ".package(url: \(Self.quoted(url)), from: \(Self.quoted(version)))"
        case .url(let url, nil): ".package(url: \(Self.quoted(url)), branch: \"main\")"
        }
    }

    /// The name that targets use.
    var identity: String {
        guard case .url(let url, _) = self else { return Self.name }
        let last = url.split(separator: "/").last.map(String.init) ?? Self.name
        return last.hasSuffix(".git") ? String(last.dropLast(4)) : last
    }

    /// The checkout that an executable was built in, when it is still there.
    static func checkout(of executable: String) -> PackageReference? {
        var folder = URL(filePath: executable).resolvingSymlinksInPath().deletingLastPathComponent()
        for _ in 0..<8 where folder.path.count > 1 {
            let manifest = folder.appending(path: "Package.swift")
            if let text = try? String(contentsOf: manifest, encoding: .utf8) {
                return text.contains("name: \"\(name)\"") ? .path(trimmed(folder.path)) : nil
            }
            folder.deleteLastPathComponent()
        }
        return nil
    }

    static func trimmed(_ path: String) -> String {
        path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    }

    private static func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}
