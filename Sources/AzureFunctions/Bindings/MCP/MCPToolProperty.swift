// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// An argument of a tool of the Model Context Protocol.
public struct MCPToolProperty: Sendable, Hashable {
    /// The type of an argument, as JSON Schema names it.
    public enum Kind: String, Sendable, Hashable {
        /// A text; dates too.
        case string
        /// A whole number.
        case integer
        /// A number.
        case number
        /// `true` or `false`.
        case boolean
        /// A JSON object.
        case object
    }

    /// The argument's name.
    public var name: String
    /// Its type, or that of its elements.
    public var kind: Kind
    /// What it means, for the model that fills it in.
    public var description: String
    /// Whether it must be there.
    public var isRequired: Bool
    /// Whether it is an array.
    public var isArray: Bool

    /// Creates an argument.
    ///
    /// - Parameters:
    ///   - name: The argument's name.
    ///   - kind: Its type, or that of its elements.
    ///   - description: What it means.
    ///   - isRequired: Whether it must be there.
    ///   - isArray: Whether it is an array.
    public init(
        _ name: String, _ kind: Kind = .string, description: String = "", isRequired: Bool = true,
        isArray: Bool = false
    ) {
        self.name = name
        self.kind = kind
        self.description = description
        self.isRequired = isRequired
        self.isArray = isArray
    }

    var json: JSONValue {
        [
            "propertyName": .string(name), "propertyType": .string(kind.rawValue),
            "description": .string(description), "isArray": .bool(isArray), "isRequired": .bool(isRequired),
        ]
    }
}
