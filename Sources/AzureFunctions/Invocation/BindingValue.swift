// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

public import FoundationEssentials
public import StrictJSON

/// A value of an envelope, with the host's encoding taken off (host contract §7.1).
///
/// The host writes objects as they are and anything else as a string that holds its JSON text, so that a text arrives
/// in quotes within quotes and a number as a string.
public struct BindingValue: Sendable {
    /// How many layers the host has put around a value.
    private enum Layer: Sendable {
        /// A member of `Data` or `Metadata`.
        case wire
        /// An element of a batch, or a member of an object: a string is the text itself.
        case inner
    }

    private let element: JSONElement
    private let layer: Layer

    /// A member of `Data` or `Metadata`.
    init(_ element: JSONElement) {
        self.init(element, .wire)
    }

    private init(_ element: JSONElement, _ layer: Layer) {
        self.element = element
        self.layer = layer
    }

    /// The value exactly as it came.
    public var raw: JSONValue { element.value }

    /// The value as text: a string's content, the JSON text of anything else.
    public var text: String { String(decoding: utf8, as: UTF8.self) }

    /// Whether there is no value.
    public var isNull: Bool {
        switch element.kind {
        case .null: true
        case .string: layer == .wire && element.string == "null"
        default: false
        }
    }

    /// A whole number.
    public var integer: Int? { Int(text) }

    /// A number.
    public var number: Double? { Double(text) }

    /// A truth value in any spelling of the host.
    public var bool: Bool? {
        switch text.lowercased() {
        case "true": true
        case "false": false
        default: nil
        }
    }

    /// A date in any of the host's three forms: with offset, with `Z`, or without zone, which means UTC.
    public var date: Date? { HostDate.parse(text) }

    /// The bytes of a value that the host has put into base64; nil when it is not base64.
    public var bytes: [UInt8]? { Data(base64Encoded: text).map { Array($0) } }

    /// The elements of a batch; nil when the value is not a JSON array.
    public var elements: [BindingValue]? {
        array.map { $0.map { BindingValue($0, .inner) } }
    }

    /// A member of an object; nil when the value is not an object or has no such member.
    public subscript(_ name: String) -> BindingValue? {
        object?[name].map { BindingValue($0, .inner) }
    }

    /// The members of an object; nil when the value is not an object.
    var members: [(name: String, value: BindingValue)]? {
        object?.members?.map { ($0.name, BindingValue($0.value, .inner)) }
    }

    /// Decodes the value: its text as JSON, or the text itself for `String`, base64 for `[UInt8]`.
    ///
    /// - Parameter type: What the value should be.
    /// - Returns: The value.
    /// - Throws: ``UnreadableValue``.
    public func decode<Value: Decodable>(_ type: Value.Type = Value.self) throws(UnreadableValue) -> Value {
        try PayloadDecoder.decode(type, from: self)
    }

    /// The text as bytes, without a copy through `String`.
    var utf8: [UInt8] {
        guard element.kind == .string, let content = element.utf8 else { return element.serialized }
        guard layer == .wire, content.first == UInt8(ascii: "\""), content.last == UInt8(ascii: "\""),
            let inner = try? JSONDocument(parsing: Array(content), limits: Envelope.limits).root.utf8
        else { return Array(content) }
        return Array(inner)
    }

    private var object: JSONElement? {
        element.kind == .object ? element : (try? JSONDocument(parsing: utf8, limits: Envelope.limits))?.root
    }

    private var array: JSONElements? {
        if let elements = element.elements { return elements }
        guard element.kind == .string else { return nil }
        return try? JSONDocument(parsing: utf8, limits: Envelope.limits, duplicates: .marked).root.elements
    }
}
