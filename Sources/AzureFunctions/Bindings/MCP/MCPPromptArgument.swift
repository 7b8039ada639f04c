// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// An argument of a prompt of the Model Context Protocol.
public struct MCPPromptArgument: Sendable, Hashable {
    /// The argument's name.
    public var name: String
    /// What it means.
    public var description: String?
    /// Whether it must be there.
    public var isRequired: Bool

    /// Creates an argument.
    ///
    /// - Parameters:
    ///   - name: The argument's name.
    ///   - description: What it means.
    ///   - isRequired: Whether it must be there.
    public init(_ name: String, description: String? = nil, isRequired: Bool = false) {
        self.name = name
        self.description = description
        self.isRequired = isRequired
    }

    var json: JSONValue {
        [
            "name": .string(name), "description": description.map { .string($0) } ?? .null,
            "required": .bool(isRequired),
        ]
    }
}
