// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// Every run of twenty bytes in what an app tells.
struct TextWindows {
    private static let width = 20
    private var windows: Set<ArraySlice<UInt8>> = []

    init(_ texts: String...) {
        for text in texts {
            let bytes = Array(text.utf8)
            for start in 0..<max(bytes.count - Self.width + 1, 0) { windows.insert(bytes[start..<start + Self.width]) }
        }
    }

    var isEmpty: Bool { windows.isEmpty }

    /// The first twenty bytes in a row of a secret that are told.
    func firstShared(with secret: String) -> String? {
        let bytes = Array(secret.utf8.prefix(32_768))
        for start in 0..<max(bytes.count - Self.width + 1, 0) where windows.contains(bytes[start..<start + Self.width])
        {
            return String(decoding: bytes[start..<start + Self.width], as: UTF8.self)
        }
        return nil
    }
}
