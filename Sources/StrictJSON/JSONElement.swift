// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// A view of one value of a document; it keeps the document alive and copies nothing.
public struct JSONElement: Sendable {
    let storage: JSONStorage
    let index: Int

    private var node: JSONNode { storage.nodes[index] }

    /// What kind of value this is.
    public var kind: JSONKind { node.kind }

    /// Whether this is `null`.
    public var isNull: Bool { kind == .null }

    /// The value of `true` or `false`, else nil.
    public var bool: Bool? { kind == .bool ? node.count == 4 : nil }

    /// The text of a string, else nil.
    public var string: String? { kind == .string ? String(decoding: storage.bytes(of: node), as: UTF8.self) : nil }

    /// The UTF-8 content of a string, else nil; nothing is copied.
    public var utf8: ArraySlice<UInt8>? { utf8(at: index) }

    /// The exact text of a number, else nil.
    public var number: JSONNumber? {
        kind == .number ? JSONNumber(validText: String(decoding: storage.bytes(of: node), as: UTF8.self)) : nil
    }

    /// A number without fraction and exponent that fits, exactly; else nil.
    public var int64: Int64? {
        int64(at: index)
    }

    /// The nearest double of a number whose magnitude fits, else nil.
    public var double: Double? { number?.double }

    /// How many elements or members a container has; 0 for a scalar.
    public var count: Int { kind == .array || kind == .object ? Int(node.count) : 0 }

    /// Whether this object has a name twice; only of a document parsed with ``JSONDocument/DuplicateMembers/marked``.
    public var hasDuplicateMembers: Bool { kind == .object && node.flag }

    /// The elements of an array in order, else nil.
    public var elements: JSONElements? { kind == .array ? JSONElements(storage: storage, container: index) : nil }

    /// The members of an object in order, else nil.
    public var members: JSONMembers? { kind == .object ? JSONMembers(storage: storage, container: index) : nil }

    /// The member with this name, compared by UTF-8 bytes; nil when absent or when this is not an object.
    public subscript(_ name: String) -> JSONElement? {
        guard kind == .object else { return nil }
        var name = name
        return name.withUTF8 { wanted in
            var current = index + 1
            for _ in 0..<Int(node.count) {
                let key = storage.nodes[current]
                if storage.isEqual(key, wanted) { return JSONElement(storage: storage, index: current + 1) }
                current = Int(storage.nodes[current + 1].next)
            }
            return nil
        }
    }

    /// The value at a place that ``JSONMembers/forEachPlace(_:)`` gave, of the same document.
    package func element(at place: Int) -> JSONElement { JSONElement(storage: storage, index: place) }

    /// The UTF-8 content of the value at such a place, or nil when that is not a string.
    package func utf8(at place: Int) -> ArraySlice<UInt8>? {
        let node = storage.nodes[place]
        return node.kind == .string ? storage.bytes(of: node) : nil
    }

    /// The exact whole number at such a place, else nil.
    package func int64(at place: Int) -> Int64? {
        let node = storage.nodes[place]
        return node.kind == .number && node.flag ? exactInteger(storage.bytes(of: node)) : nil
    }

    /// This value as compact JSON text.
    public var serialized: [UInt8] { JSONWriter.bytes { $0.value(self) } }

    /// A copy as a tree.
    public var value: JSONValue {
        switch kind {
        case .null: .null
        case .bool: .bool(node.count == 4)
        case .string: .string(string ?? "")
        case .number: int64.map(JSONValue.integer) ?? number.map(JSONValue.number) ?? .null
        case .array: .array(elements?.map(\.value) ?? [])
        case .object: .object(JSONObject(uniqueMembers: members?.map { ($0.name, $0.value.value) } ?? []))
        }
    }
}

/// Reads `-?[0-9]+`, refusing what does not fit, and `-0`, whose sign would be lost.
func exactInteger(_ text: ArraySlice<UInt8>) -> Int64? {
    let isNegative = text.first == UInt8(ascii: "-")
    if text.count <= 18, !isNegative {
        // Fits in any case.
        var result: Int64 = 0
        for byte in text {
            guard byte &- 0x30 < 10 else { return nil }
            result = result &* 10 &+ Int64(byte &- 0x30)
        }
        return result
    }
    var result: Int64 = 0
    for byte in isNegative ? text.dropFirst() : text {
        let (product, overflow) = result.multipliedReportingOverflow(by: 10)
        let digit = Int64(byte) - 0x30
        guard !overflow, 0...9 ~= digit else { return nil }
        let (sum, carry) =
            isNegative ? product.subtractingReportingOverflow(digit) : product.addingReportingOverflow(digit)
        guard !carry else { return nil }
        result = sum
    }
    return isNegative && result == 0 ? nil : result
}
