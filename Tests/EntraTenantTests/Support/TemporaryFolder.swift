// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials

/// A folder that is gone after the test.
enum TemporaryFolder {
    static func with<Result>(_ body: (String) throws -> Result) throws -> Result {
        let path = FileManager.default.temporaryDirectory.path + "/tenant-test-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: path) }
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        return try body(path)
    }

    static func mode(of path: String) throws -> Int? {
        let value = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
        return (value as? any BinaryInteger).map { Int($0) }
    }
}
