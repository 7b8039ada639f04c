// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import Foundation
import StrictJSON

/// Third-party test vectors, which stand beside the repository where they are available.
enum VectorFile {
    /// The document, or nil, with a line that says so, where it is missing.
    static func read(_ path: String, file: String = #filePath) throws -> JSONValue? {
        let root = URL(fileURLWithPath: file).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let url = root.appendingPathComponent("../shared/vectors").appendingPathComponent(path)
        guard let data = try? Data(contentsOf: url.standardizedFileURL) else {
            print("skipped: vectors/\(path) is not there")
            return nil
        }
        return try JSONValue(
            parsing: Array(data), limits: JSONLimits(bytes: 16 << 20, depth: 64, members: 4_096, values: 1 << 20))
    }
}
