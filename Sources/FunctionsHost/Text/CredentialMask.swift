// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// Hides what looks like a credential, as the host does in some of its lines (host contract §3.4).
enum CredentialMask {
    private static let replacement = "[Hidden Credential]"
    private static let marks = [
        "Token=", "DefaultEndpointsProtocol=http", "AccountKey=", "Data Source=", "Server=", "Password=", "pwd=",
        "&amp;sig=", "&sig=", "?sig=", "SharedAccessKey=", "&amp;code=", "&code=", "?code=",
    ].map { Array($0.lowercased().utf8) }
    private static let ends = Set("<\"'".utf8)

    /// The text with each credential, up to a quote or an angle bracket, replaced.
    static func mask(_ text: String) -> String {
        var bytes = Array(text.utf8)
        for mark in marks {
            var start = 0
            while let found = find(mark, in: bytes, from: start) {
                let end = bytes[found...].firstIndex { ends.contains($0) } ?? bytes.count
                bytes.replaceSubrange(found..<end, with: replacement.utf8)
                start = found + replacement.utf8.count
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func find(_ mark: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
        guard bytes.count >= mark.count, start <= bytes.count - mark.count else { return nil }
        return (start...(bytes.count - mark.count)).first { index in
            mark.indices.allSatisfy { lower(bytes[index + $0]) == mark[$0] }
        }
    }

    private static func lower(_ byte: UInt8) -> UInt8 { 0x41...0x5A ~= byte ? byte | 0x20 : byte }
}
