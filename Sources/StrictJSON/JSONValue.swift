// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// A JSON value as a tree, for building and for comparing.
public enum JSONValue: Sendable, Hashable {
    /// `null`.
    case null
    /// `true` or `false`.
    case bool(Bool)
    /// A whole number that fits 64 bits.
    case integer(Int64)
    /// Any other number, exact.
    case number(JSONNumber)
    /// A string.
    case string(String)
    /// An array.
    case array([JSONValue])
    /// An object.
    case object(JSONObject)

    /// Parses a text into a tree.
    ///
    /// - Parameters:
    ///   - text: The whole text.
    ///   - limits: What the text may cost.
    /// - Throws: ``JSONError`` with the first broken rule and its place.
    public init(parsing text: [UInt8], limits: JSONLimits = .default) throws(JSONError) {
        self = try JSONDocument(parsing: text, limits: limits).root.value
    }

    /// Whether this is `null`.
    public var isNull: Bool { self == .null }

    /// The boolean, else nil.
    public var bool: Bool? { if case .bool(let value) = self { value } else { nil } }

    /// The integer, else nil.
    public var int64: Int64? { if case .integer(let value) = self { value } else { nil } }

    /// The number as a double, else nil.
    public var double: Double? {
        switch self {
        case .integer(let value): Double(value)
        case .number(let value): value.double
        default: nil
        }
    }

    /// The string, else nil.
    public var string: String? { if case .string(let value) = self { value } else { nil } }

    /// The elements, else nil.
    public var array: [JSONValue]? { if case .array(let value) = self { value } else { nil } }

    /// The object, else nil.
    public var object: JSONObject? { if case .object(let value) = self { value } else { nil } }

    /// The member with this name; nil when absent or when this is not an object.
    public subscript(_ name: String) -> JSONValue? { object?[name] }

    /// This value as JSON text.
    ///
    /// - Parameter options: Layout and order of members.
    /// - Returns: UTF-8 text; equal values give equal bytes.
    public func serialized(_ options: JSONWriter.Options = .compact) -> [UInt8] {
        JSONWriter.bytes(options) { $0.value(self) }
    }
}

extension JSONValue: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByFloatLiteral, ExpressibleByStringLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    /// `null`.
    public init(nilLiteral: ()) { self = .null }

    /// A boolean.
    public init(booleanLiteral value: Bool) { self = .bool(value) }

    /// A whole number.
    public init(integerLiteral value: Int64) { self = .integer(value) }

    /// A number; `null` for a value that JSON cannot say.
    public init(floatLiteral value: Double) { self = JSONNumber(value).map(JSONValue.number) ?? .null }

    /// A string.
    public init(stringLiteral value: String) { self = .string(value) }

    /// An array.
    public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }

    /// An object.
    public init(dictionaryLiteral elements: (String, JSONValue)...) {
        var object = JSONObject()
        for (name, value) in elements { object[name] = value }
        self = .object(object)
    }
}
