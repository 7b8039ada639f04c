// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

package import NIOHTTP1

/// The header fields of a request: views into its bytes, so that a field that nobody reads costs no string.
package struct HeaderFields: Sendable {
    struct Entry: Sendable {
        let name: Range<Int>
        let value: Range<Int>
    }

    static let none = HeaderFields([], [])

    private let bytes: [UInt8]
    private let entries: [Entry]

    /// - Parameters:
    ///   - bytes: The bytes of the head.
    ///   - entries: Where names and values lie in them.
    init(_ bytes: [UInt8], _ entries: [Entry]) {
        self.bytes = bytes
        self.entries = entries
    }

    /// Fields that did not come over the wire.
    package init(_ headers: HTTPHeaders) {
        var bytes: [UInt8] = []
        entries = headers.map { name, value in
            let start = bytes.count
            bytes.append(contentsOf: name.utf8)
            let middle = bytes.count
            bytes.append(contentsOf: value.utf8)
            return Entry(name: start..<middle, value: middle..<bytes.count)
        }
        self.bytes = bytes
    }

    /// The first value of a field; nil when it is absent.
    package func first(name: String) -> String? { value(of: name).map { String(decoding: $0, as: UTF8.self) } }

    /// The bytes of a field's first value; nil when it is absent.
    func value(of name: String) -> ArraySlice<UInt8>? { entry(name).map { bytes[$0.value] } }

    /// The bytes of the values of a field in order.
    func bytes(of name: String) -> [ArraySlice<UInt8>] {
        entries.filter { matches($0, name) }.map { bytes[$0.value] }
    }

    /// Whether there is a field of this name.
    package func contains(name: String) -> Bool { entry(name) != nil }

    /// Whether the first value of a field is of this media type, with or without parameters.
    func isMediaType(_ type: StaticString, in name: String) -> Bool {
        guard let value = value(of: name), value.count >= type.utf8CodeUnitCount else { return false }
        return type.withUTF8Buffer { wanted in
            for (byte, wanted) in zip(value, wanted) where byte.lowercasedASCII != wanted { return false }
            let next = value.startIndex + wanted.count
            return next == value.endIndex || [UInt8(ascii: ";"), UInt8(ascii: " ")].contains(value[next])
        }
    }

    private func entry(_ name: String) -> Entry? { entries.first { matches($0, name) } }

    private func matches(_ entry: Entry, _ name: String) -> Bool {
        guard entry.name.count == name.utf8.count else { return false }
        var index = entry.name.lowerBound
        for wanted in name.utf8 {
            let byte = bytes[index]
            guard byte == wanted || byte.lowercasedASCII == wanted.lowercasedASCII else { return false }
            index += 1
        }
        return true
    }

    private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}

extension HeaderFields: Sequence {
    package func makeIterator() -> some IteratorProtocol<(name: String, value: String)> {
        entries.lazy.map { (name: text($0.name), value: text($0.value)) }.makeIterator()
    }
}
