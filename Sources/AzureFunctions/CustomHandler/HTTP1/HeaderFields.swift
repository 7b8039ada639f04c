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
    package func first(name: String) -> String? { entry(name).map { text($0.value) } }

    /// Whether there is a field of this name.
    package func contains(name: String) -> Bool { entry(name) != nil }

    /// Whether the first value of a field begins with these lowercase bytes, whatever their case, and ends there or goes
    /// on with a parameter.
    func isMediaType(_ type: StaticString, in name: String) -> Bool {
        guard let value = entry(name)?.value, value.count >= type.utf8CodeUnitCount else { return false }
        return type.withUTF8Buffer { wanted in
            for index in wanted.indices where bytes[value.lowerBound + index].lowercasedASCII != wanted[index] {
                return false
            }
            guard value.count > wanted.count else { return true }
            return [UInt8(ascii: ";"), UInt8(ascii: " ")].contains(bytes[value.lowerBound + wanted.count])
        }
    }

    private func entry(_ name: String) -> Entry? {
        let wanted = name.utf8
        return entries.first { entry in
            entry.name.count == wanted.count
                && zip(bytes[entry.name], wanted).allSatisfy { $0.lowercasedASCII == $1.lowercasedASCII }
        }
    }

    private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}

extension HeaderFields: Sequence {
    package func makeIterator() -> some IteratorProtocol<(name: String, value: String)> {
        entries.lazy.map { (name: text($0.name), value: text($0.value)) }.makeIterator()
    }
}
