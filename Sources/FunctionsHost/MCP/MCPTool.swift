// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// A tool of a `mcpToolTrigger` (host contract §7.14).
struct MCPTool: Sendable {
    let name: String
    let function: FunctionMetadata
    /// The tool as `tools/list` shows it.
    let json: JSONValue
    /// The names of arguments that a call must have.
    let required: [String]
    /// Whether the function returns a description of its result.
    let usesResultSchema: Bool

    /// - Throws: ``FunctionInError`` without a name, or with properties that are no JSON.
    init(_ function: FunctionMetadata) throws(FunctionInError) {
        try self.init(function, bindings: function.bindings, trigger: function.triggerBinding)
    }

    private init(
        _ function: FunctionMetadata, bindings: [FunctionBinding], trigger: FunctionBinding
    ) throws(FunctionInError) {
        guard let name = trigger.text("toolName") else { throw FunctionInError("A mcpToolTrigger needs toolName.") }
        self.name = name
        self.function = function
        usesResultSchema = trigger.flag("useResultSchema") ?? false
        var properties = try MCPProperty.list(trigger.json["toolProperties"] ?? .null)
        for binding in bindings where binding.type.lowercased() == "mcptoolproperty" {
            let property = MCPProperty(binding)
            if !properties.contains(where: { $0.name == property.name }) { properties.append(property) }
        }
        required = properties.filter(\.isRequired).map(\.name)
        var schema: JSONObject = [
            "type": "object",
            "properties": .object(properties.reduce(into: [:]) { $0[$1.name] = $1.schema }),
        ]
        if !required.isEmpty { schema["required"] = .array(required.map(JSONValue.string)) }
        var tool: JSONObject = ["name": .string(name)]
        if let title = trigger.text("title") { tool["title"] = .string(title) }
        if let description = trigger.text("description") { tool["description"] = .string(description) }
        tool["inputSchema"] = .object(schema)
        MCPDescription.add(trigger, to: &tool)
        json = .object(tool)
    }
}
