// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// What came back over a connection.
struct WireAnswer {
    let bytes: [UInt8]

    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The lines up to the first empty one.
    private var head: [Substring] {
        text.split(separator: "\r\n", omittingEmptySubsequences: false).prefix { !$0.isEmpty }.map(\.self)
    }

    /// The status of the first answer; nil when nothing that looks like HTTP/1.1 came.
    var status: Int? {
        guard let line = head.first, line.hasPrefix("HTTP/1.1 ") else { return nil }
        return Int(line.dropFirst(9).prefix(3))
    }

    /// The values of a field, in order.
    subscript(_ name: String) -> [String] {
        head.dropFirst().compactMap { line in
            let parts = line.split(separator: ":", maxSplits: 1)
            guard parts.count == 2, parts[0].lowercased() == name.lowercased() else { return nil }
            return String(parts[1].drop { $0 == " " })
        }
    }

    /// Everything after the head.
    var body: [UInt8] {
        let end = Array("\r\n\r\n".utf8)
        guard let start = bytes.indices.first(where: { bytes[$0...].starts(with: end) }) else { return [] }
        return Array(bytes[(start + 4)...])
    }
}
