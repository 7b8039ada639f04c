// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// Writes JSON text: compact or indented, members in the order given or sorted, never invalid.
public struct JSONWriter {
    /// Layout and order of members.
    public struct Options: OptionSet, Sendable {
        /// The raw bits.
        public let rawValue: UInt8

        /// Creates options from raw bits.
        public init(rawValue: UInt8) { self.rawValue = rawValue }

        /// One line, members in their order.
        public static let compact: Options = []
        /// Two spaces a level, one member a line.
        public static let pretty = Options(rawValue: 1)
        /// Members sorted by the UTF-8 bytes of their names.
        public static let sortedKeys = Options(rawValue: 2)
    }

    private let options: Options
    private var depth = 0
    private var isFirst = true
    private var output: [UInt8] = []

    private init(_ options: Options) {
        self.options = options
    }

    /// Runs a body that writes one value, and returns the text.
    ///
    /// - Parameters:
    ///   - options: Layout and order of members.
    ///   - capacity: Bytes to reserve.
    ///   - body: Writes exactly one value.
    /// - Returns: What was written, as UTF-8.
    public static func bytes(
        _ options: Options = .compact, capacity: Int = 64, _ body: (inout JSONWriter) -> Void
    ) -> [UInt8] {
        var writer = JSONWriter(options)
        writer.output.reserveCapacity(capacity)
        body(&writer)
        return writer.output
    }

    /// Writes an object whose members the body writes with ``member(_:_:)``.
    ///
    /// - Parameter body: Writes the members.
    public mutating func object(_ body: (inout JSONWriter) -> Void) {
        container(UInt8(ascii: "{"), UInt8(ascii: "}"), body)
    }

    /// Writes an array whose elements the body writes with ``element(_:)``.
    ///
    /// - Parameter body: Writes the elements.
    public mutating func array(_ body: (inout JSONWriter) -> Void) {
        container(UInt8(ascii: "["), UInt8(ascii: "]"), body)
    }

    /// Writes one member of the open object.
    ///
    /// - Parameters:
    ///   - name: The name.
    ///   - body: Writes the value.
    public mutating func member(_ name: String, _ body: (inout JSONWriter) -> Void) {
        separate()
        string(name)
        output.append(UInt8(ascii: ":"))
        if options.contains(.pretty) { output.append(0x20) }
        body(&self)
    }

    /// Writes one element of the open array.
    ///
    /// - Parameter body: Writes the value.
    public mutating func element(_ body: (inout JSONWriter) -> Void) {
        separate()
        body(&self)
    }

    /// Writes a string.
    ///
    /// - Parameter text: The content.
    public mutating func string(_ text: String) {
        var text = text
        text.withUTF8 { string(utf8: $0) }
    }

    /// Writes a string from its UTF-8 bytes.
    ///
    /// - Parameter text: Well-formed UTF-8.
    public mutating func string(utf8 text: some Sequence<UInt8>) {
        output.append(UInt8(ascii: "\""))
        if text.withContiguousStorageIfAvailable({ content($0) }) == nil {
            ContiguousArray(text).withUnsafeBufferPointer { content($0) }
        }
        output.append(UInt8(ascii: "\""))
    }

    /// Runs of bytes that stand for themselves go over in one piece.
    private mutating func content(_ text: UnsafeBufferPointer<UInt8>) {
        var start = 0
        for index in text.indices {
            let byte = text[index]
            guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else { continue }
            output.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
            start = index + 1
            switch byte {
            case 0x08: escape(UInt8(ascii: "b"))
            case 0x09: escape(UInt8(ascii: "t"))
            case 0x0A: escape(UInt8(ascii: "n"))
            case 0x0C: escape(UInt8(ascii: "f"))
            case 0x0D: escape(UInt8(ascii: "r"))
            case 0..<0x20:
                output.append(contentsOf: "\\u00".utf8)
                output.append(hexDigit(byte >> 4))
                output.append(hexDigit(byte & 15))
            default: escape(byte)
            }
        }
        output.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
    }

    /// Writes a whole number.
    ///
    /// - Parameter value: The number.
    public mutating func integer(_ value: Int64) { output.append(contentsOf: "\(value)".utf8) }

    /// Writes `true` or `false`.
    ///
    /// - Parameter value: The boolean.
    public mutating func bool(_ value: Bool) { output.append(contentsOf: (value ? "true" : "false").utf8) }

    /// Writes `null`.
    public mutating func null() { output.append(contentsOf: "null".utf8) }

    /// Writes a tree.
    ///
    /// - Parameter value: The tree.
    public mutating func value(_ value: JSONValue) {
        switch value {
        case .null: null()
        case .bool(let value): bool(value)
        case .integer(let value): integer(value)
        case .number(let value): output.append(contentsOf: value.description.utf8)
        case .string(let value): string(value)
        case .array(let values):
            array { writer in
                for value in values { writer.element { $0.value(value) } }
            }
        case .object(let object):
            let members =
                options.contains(.sortedKeys)
                ? object.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) } : object.storage
            self.object { writer in
                for member in members { writer.member(member.name) { $0.value(member.value) } }
            }
        }
    }

    /// Writes a document's value without making a tree.
    ///
    /// - Parameter element: The value.
    public mutating func value(_ element: JSONElement) {
        if let utf8 = element.utf8 {
            string(utf8: utf8)
        } else if let elements = element.elements {
            array { writer in
                for value in elements { writer.element { $0.value(value) } }
            }
        } else if let members = element.members {
            if options.contains(.sortedKeys) { return value(element.value) }
            object { writer in
                for member in members { writer.member(member.name) { $0.value(member.value) } }
            }
        } else {
            output.append(contentsOf: element.storage.bytes(of: element.storage.nodes[element.index]))
        }
    }

    private mutating func container(_ first: UInt8, _ last: UInt8, _ body: (inout JSONWriter) -> Void) {
        output.append(first)
        depth += 1
        isFirst = true
        body(&self)
        depth -= 1
        if !isFirst { newLine() }
        isFirst = false
        output.append(last)
    }

    private mutating func separate() {
        if !isFirst { output.append(UInt8(ascii: ",")) }
        isFirst = false
        newLine()
    }

    private mutating func newLine() {
        guard options.contains(.pretty) else { return }
        output.append(UInt8(ascii: "\n"))
        output.append(contentsOf: repeatElement(0x20, count: depth * 2))
    }

    private mutating func escape(_ byte: UInt8) {
        output.append(UInt8(ascii: "\\"))
        output.append(byte)
    }

    private func hexDigit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x61 + value - 10 }
}
