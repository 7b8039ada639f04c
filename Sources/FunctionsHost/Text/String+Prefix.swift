// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

extension String {
    /// Whether the text begins with these ASCII letters, in whatever case.
    func hasPrefix(ignoringCase prefix: StaticString) -> Bool {
        prefix.withUTF8Buffer { prefix in
            utf8.count >= prefix.count && zip(utf8, prefix).allSatisfy { Self.lowered($0) == Self.lowered($1) }
        }
    }

    private static func lowered(_ byte: UInt8) -> UInt8 { 0x41...0x5A ~= byte ? byte | 0x20 : byte }
}
