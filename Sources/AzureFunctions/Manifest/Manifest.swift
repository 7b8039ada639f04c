// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
import StrictJSON

/// The function.json files of an app: the same declarations always give the same bytes (host contract §5.1).
package struct Manifest {
    /// File contents by function name, sorted by name.
    package let files: [(name: String, bytes: [UInt8])]

    package init(_ registry: FunctionRegistry) {
        files = registry.functions.map { function in
            var document: JSONObject = ["bindings": .array(function.bindings.map(\.json))]
            document["retry"] = function.retry?.json
            return (
                function.name, JSONValue.object(document).serialized([.pretty, .sortedKeys]) + [UInt8(ascii: "\n")]
            )
        }
    }

    /// What writing would change, a line for each file; empty when nothing.
    package func differences(in folder: String) -> [String] {
        files.compactMap { file -> String? in
            let path = "\(folder)/\(file.name)/function.json"
            guard let data = FileManager.default.contents(atPath: path) else { return "missing: \(path)" }
            return Array(data) == file.bytes ? nil : "differs: \(path)"
        } + staleNames(in: folder).map { "stale: \(folder)/\($0)/function.json" }
    }

    /// Writes what differs, and removes the folders of functions that are no more, where they hold nothing else.
    ///
    /// - Returns: What changed, a line for each file.
    package func write(to folder: String) throws -> [String] {
        let manager = FileManager.default
        let changes = differences(in: folder)
        for file in files {
            let path = "\(folder)/\(file.name)"
            guard manager.contents(atPath: path + "/function.json").map(Array.init) != file.bytes else { continue }
            try manager.createDirectory(atPath: path, withIntermediateDirectories: true)
            try Data(file.bytes).write(to: URL(filePath: path + "/function.json"), options: .atomic)
        }
        for name in staleNames(in: folder) { try manager.removeItem(atPath: "\(folder)/\(name)") }
        return changes
    }

    /// Folders that hold a function.json and nothing else, of functions that the app does not have.
    private func staleNames(in folder: String) -> [String] {
        let known = Set(files.map(\.name))
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { name in
            guard !known.contains(name) else { return false }
            return (try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(name)")) == ["function.json"]
        }.sorted()
    }
}
