// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// Names of functions and bindings (host contract §5.1).
enum Identifier {
    /// Whether a name is a letter and up to 127 letters, digits and other allowed characters.
    static func isValid(_ name: String, and others: StaticString = "") -> Bool {
        let bytes = name.utf8
        guard let first = bytes.first, isLetter(first), bytes.count <= 128 else { return false }
        return bytes.allSatisfy { byte in
            isLetter(byte) || 0x30...0x39 ~= byte || others.withUTF8Buffer { $0.contains(byte) }
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
}
