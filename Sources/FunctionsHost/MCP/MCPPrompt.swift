// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// A prompt of a `mcpPromptTrigger`.
struct MCPPrompt: Sendable {
    let name: String
    let function: FunctionMetadata
    let description: String?
    /// The prompt as `prompts/list` shows it.
    let json: JSONValue
    let required: [String]

    /// - Throws: ``FunctionInError`` without a name, or with arguments that are no JSON.
    init(_ function: FunctionMetadata) throws(FunctionInError) {
        let trigger = function.triggerBinding
        guard let name = trigger.text("promptName") else {
            throw FunctionInError("A mcpPromptTrigger needs promptName.")
        }
        self.name = name
        self.function = function
        description = trigger.text("description")
        var list = trigger.json["promptArguments"] ?? .null
        if let text = list.string {
            guard let parsed = text.trimmedASCII.isEmpty ? [] : try? JSONValue(parsing: Array(text.utf8)) else {
                throw FunctionInError("promptArguments is not JSON.")
            }
            list = parsed
        }
        let arguments = (list.array ?? []).filter { $0["name"]?.string != nil }
        required = arguments.filter { $0["required"]?.bool ?? $0["isRequired"]?.bool ?? false }.compactMap {
            $0["name"]?.string
        }
        var json: JSONObject = ["name": .string(name)]
        if let title = trigger.text("title") { json["title"] = .string(title) }
        if let description { json["description"] = .string(description) }
        if !arguments.isEmpty { json["arguments"] = .array(arguments) }
        MCPDescription.add(trigger, to: &json)
        self.json = .object(json)
    }
}
