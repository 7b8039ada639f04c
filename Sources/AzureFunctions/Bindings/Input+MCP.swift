// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

extension Input where Value: Decodable {
    /// One argument of a tool of the Model Context Protocol, as a binding of its own (host contract §7.14).
    ///
    /// ``MCPToolCall/argument(_:as:)`` reads the same without a binding.
    ///
    /// - Parameters:
    ///   - property: The argument.
    ///   - value: What it is; an optional is nil when the client left it out.
    /// - Returns: The input.
    public static func mcpToolProperty(_ property: MCPToolProperty, of value: Value.Type = Value.self) -> Input {
        Input(
            "mcpToolProperty",
            [
                "propertyName": property.name, "propertyType": property.kind.rawValue,
                "description": property.description, "isRequired": property.isRequired, "isArray": property.isArray,
            ], problems: [BindingRules.name(property.name, "the property's name")])
    }
}
