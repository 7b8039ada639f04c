// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// An argument of a tool.
struct MCPProperty: Sendable {
    let name: String
    let schema: JSONValue
    let isRequired: Bool

    /// The list in `toolProperties`, which is a text that holds JSON.
    ///
    /// - Throws: ``FunctionInError`` when it is not a list of objects with names.
    static func list(_ value: JSONValue) throws(FunctionInError) -> [MCPProperty] {
        var value = value
        if let text = value.string {
            if text.trimmedASCII.isEmpty { return [] }
            do throws(JSONError) {
                value = try JSONValue(parsing: Array(text.utf8))
            } catch {
                throw FunctionInError("toolProperties is not JSON: \(error.line):\(error.column): \(error.code).")
            }
        }
        if value.isNull { return [] }
        var properties: [MCPProperty] = []
        for element in value.array ?? [.null] {
            guard let property = MCPProperty(element) else {
                throw FunctionInError("toolProperties must be a list of objects with propertyName and propertyType.")
            }
            properties.append(property)
        }
        return properties
    }

    init?(_ json: JSONValue) {
        guard let name = json["propertyName"]?.string, !name.isEmpty else { return nil }
        self.init(
            name: name, type: json["propertyType"]?.string, description: json["description"]?.string,
            isRequired: json["isRequired"]?.bool ?? json["required"]?.bool ?? false,
            isArray: json["isArray"]?.bool ?? false, choices: json["enumValues"]?.array ?? [])
    }

    /// A property that is a binding of its own.
    init(_ binding: FunctionBinding) {
        self.init(
            name: binding.text("propertyName") ?? binding.name, type: binding.text("propertyType"),
            description: binding.text("description"),
            isRequired: binding.flag("isRequired") ?? binding.flag("required") ?? false,
            isArray: binding.flag("isArray") ?? false, choices: [])
    }

    private init(
        name: String, type: String?, description: String?, isRequired: Bool, isArray: Bool, choices: [JSONValue]
    ) {
        self.name = name
        self.isRequired = isRequired
        var item: JSONObject = ["type": .string(type ?? "string")]
        if !choices.isEmpty { item["enum"] = .array(choices) }
        var schema: JSONObject = isArray ? ["type": "array", "items": .object(item)] : item
        if let description { schema["description"] = .string(description) }
        self.schema = .object(schema)
    }
}
