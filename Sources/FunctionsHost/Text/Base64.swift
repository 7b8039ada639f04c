// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials

/// What .NET takes for base64: the alphabet with padding, white space not counted, also nothing (host contract §8.3).
enum Base64 {
    static func decode(_ text: String) -> [UInt8]? {
        let compact = String(text.filter { !" \t\r\n".contains($0) })
        guard compact.utf8.count % 4 == 0 else { return nil }
        return Data(base64Encoded: compact).map(Array.init)
    }
}
