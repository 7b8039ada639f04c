// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials

/// A function app in a temporary folder that is removed at the end.
struct AppFolder {
    static let hostJSON = #"{"version":"2.0","customHandler":{"description":{"defaultExecutablePath":"handler"}}}"#

    let path: String

    init(_ files: [String: String] = [:]) throws {
        path = FileManager.default.temporaryDirectory.appending(path: "functions-host-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        for (name, text) in files { try write(text, to: name) }
    }

    func write(_ text: String, to name: String) throws {
        let file = URL(filePath: "\(path)/\(name)")
        try FileManager.default.createDirectory(
            atPath: file.deletingLastPathComponent().path, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
        if name == "handler" {
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
        }
    }

    func read(_ name: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(filePath: "\(path)/\(name)"))) }

    func remove() { try? FileManager.default.removeItem(atPath: path) }

    /// A function.json with an HTTP trigger and, unless told otherwise, an HTTP output named `res`.
    static func http(
        _ trigger: String = "", output: String = #"{"type":"http","direction":"out","name":"res"}"#
    ) -> String {
        let members = [#""type":"httpTrigger","direction":"in","name":"req","authLevel":"anonymous""#, trigger]
            .filter { !$0.isEmpty }.joined(separator: ",")
        return #"{"bindings":[{\#(members)}\#(output.isEmpty ? "" : ",")\#(output)]}"#
    }

    static func timer(_ members: String) -> String {
        #"{"bindings":[{"type":"timerTrigger","direction":"in","name":"timer",\#(members)}]}"#
    }
}
