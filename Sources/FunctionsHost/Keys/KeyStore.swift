// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
import StrictJSON

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The keys of an app as a value, and as a file that only its owner can read.
struct KeyStore: Sendable, Equatable {
    static let fileName = "keys.json"

    var master: String
    var functionKeys: [String: String] = [:]
    var systemKeys: [String: String] = [:]
    /// By the function's name in lower case.
    var functions: [String: [String: String]] = [:]

    /// Keys that nobody had before.
    static func generated() -> KeyStore {
        KeyStore(master: HostKeys.randomKey(), functionKeys: ["default": HostKeys.randomKey()])
    }

    init(master: String, functionKeys: [String: String]) {
        self.master = master
        self.functionKeys = functionKeys
    }

    /// Reads a file; nil when there is none, or not one of ours.
    init?(contentsOf path: String) {
        guard let data = FileManager.default.contents(atPath: path), let json = try? JSONValue(parsing: Array(data)),
            let master = json["master"]?.string, !master.isEmpty
        else { return nil }
        self.init(master: master, functionKeys: Self.texts(json["functionKeys"]))
        systemKeys = Self.texts(json["systemKeys"])
        for member in json["functions"]?.object ?? [:] { functions[member.name] = Self.texts(member.value) }
    }

    subscript(scope: KeyScope) -> [String: String] {
        get {
            switch scope {
            case .hostFunctions: functionKeys
            case .system: systemKeys
            case .function(let name): functions[name.lowercased()] ?? [:]
            }
        }
        set {
            switch scope {
            case .hostFunctions: functionKeys = newValue
            case .system: systemKeys = newValue
            case .function(let name): functions[name.lowercased()] = newValue
            }
        }
    }

    /// Writes the file whole, for its owner alone, in a folder that git leaves out.
    func write(to folder: String) throws {
        let manager = FileManager.default
        try manager.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        if !manager.fileExists(atPath: folder + "/.gitignore") {
            try Data("*\n".utf8).write(to: URL(filePath: folder + "/.gitignore"))
        }
        let path = folder + "/" + Self.fileName
        let part = path + ".part"
        try? manager.removeItem(atPath: part)
        guard
            manager.createFile(
                atPath: part, contents: Data(json.serialized(.pretty)), attributes: [.posixPermissions: 0o600])
        else { throw CocoaError(.fileWriteUnknown) }
        // In one step, so that nobody sees half a file.
        guard rename(part, path) == 0 else { throw CocoaError(.fileWriteUnknown) }
    }

    private var json: JSONValue {
        [
            "master": .string(master), "functionKeys": Self.json(functionKeys), "systemKeys": Self.json(systemKeys),
            "functions": .object(
                functions.sorted { $0.key < $1.key }.reduce(into: [:]) { $0[$1.key] = Self.json($1.value) }),
        ]
    }

    private static func json(_ keys: [String: String]) -> JSONValue {
        .object(keys.sorted { $0.key < $1.key }.reduce(into: [:]) { $0[$1.key] = .string($1.value) })
    }

    private static func texts(_ json: JSONValue?) -> [String: String] {
        (json?.object ?? [:]).reduce(into: [:]) { $0[$1.name] = $1.value.string }
    }
}
