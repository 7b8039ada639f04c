// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials

/// A file for scripts that wait: it appears, whole, when requests are accepted.
struct ReadyFile {
    static func write(_ text: String, to path: String?) {
        guard let path else { return }
        do {
            try Data((text + "\n").utf8).write(to: URL(filePath: path), options: .atomic)
        } catch {
            StandardError.write("The ready file \(path) cannot be written: \(error)")
        }
    }
}
