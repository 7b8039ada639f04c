// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
public import StrictJSON

/// A folder with a host.json, for the time of a test.
struct AppRoot {
    let path: String

    init(hostJSON: JSONValue) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "functions-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(hostJSON.serialized()).write(to: folder.appending(path: "host.json"))
        path = folder.path
    }

    func remove() {
        try? FileManager.default.removeItem(atPath: path)
    }
}

extension JSONValue {
    /// A host.json with nothing but the extension bundle, which most triggers need.
    public static var defaultHost: JSONValue {
        [
            "version": "2.0",
            "extensionBundle": ["id": "Microsoft.Azure.Functions.ExtensionBundle", "version": "[4.*, 5.0.0)"],
        ]
    }
}
