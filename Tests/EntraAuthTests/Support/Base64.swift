// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import Foundation

/// base64url by Foundation, so that the module's own decoder has an independent counterpart.
enum Base64 {
    static func url(_ bytes: [UInt8]) -> String {
        Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    static func url(_ text: String) -> String { url(Array(text.utf8)) }

    /// The bytes of base64url text that is known to be well-formed.
    static func bytes(_ text: String) -> [UInt8] {
        let padded = text.replacing("-", with: "+").replacing("_", with: "/")
        let padding = String(repeating: "=", count: (4 - padded.count % 4) % 4)
        return Data(base64Encoded: padded + padding).map(Array.init) ?? []
    }
}
