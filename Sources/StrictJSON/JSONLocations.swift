// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// Where the values of a JSON text stand, by their paths such as `clients[1].secret`.
package struct JSONLocations {
    private var offsets: [String: Int] = [:]
    private let text: [UInt8]
    private var position = 0

    /// Notes the place of every value; the text has been parsed before and is known to be valid.
    package init(validText text: [UInt8]) {
        self.text = text
        value(at: "")
    }

    /// Line and column of the value at a path, or of the nearest container that is there.
    package func location(of path: String) -> (line: Int, column: Int) {
        var path = path
        while offsets[path] == nil, let cut = path.lastIndex(where: { $0 == "." || $0 == "[" }) {
            path = String(path[..<cut])
        }
        let before = text.prefix(offsets[path] ?? offsets[""] ?? 0)
        let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        return (before.reduce(1) { $0 + ($1 == UInt8(ascii: "\n") ? 1 : 0) }, before.count - lineStart + 1)
    }

    private mutating func value(at path: String) {
        skipSpace()
        offsets[path] = position
        switch current {
        case UInt8(ascii: "{"):
            container(closedBy: UInt8(ascii: "}")) { locations, _ in
                let name = locations.string()
                locations.skipSpace()
                locations.position += 1
                locations.value(at: path.isEmpty ? name : "\(path).\(name)")
            }
        case UInt8(ascii: "["):
            container(closedBy: UInt8(ascii: "]")) { $0.value(at: "\(path)[\($1)]") }
        case UInt8(ascii: "\""):
            _ = string()
        default:
            while let byte = current, !Array(",]} \t\r\n".utf8).contains(byte) { position += 1 }
        }
    }

    private mutating func container(closedBy end: UInt8, element: (inout JSONLocations, Int) -> Void) {
        position += 1
        var index = 0
        skipSpace()
        while let byte = current, byte != end {
            element(&self, index)
            index += 1
            skipSpace()
            if current == UInt8(ascii: ",") { position += 1 }
            skipSpace()
        }
        position += 1
    }

    private mutating func string() -> String {
        let start = position + 1
        position = start
        while let byte = current, byte != UInt8(ascii: "\"") {
            position += byte == UInt8(ascii: "\\") ? 2 : 1
        }
        defer { position += 1 }
        return String(decoding: text[min(start, text.count)..<min(position, text.count)], as: UTF8.self)
    }

    private mutating func skipSpace() {
        while let byte = current, Array(" \t\r\n".utf8).contains(byte) { position += 1 }
    }

    private var current: UInt8? { position < text.count ? text[position] : nil }
}
