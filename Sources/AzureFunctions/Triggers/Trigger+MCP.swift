// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

public import StrictJSON

extension Trigger where Payload == MCPToolCall {
    /// A call of a tool by a client of the Model Context Protocol (host contract §7.14).
    ///
    /// Return the answer by ``Output/toolResult``, or with `usesResultSchema` by ``Output/mcpToolResult``. Clients
    /// reach the host at `/runtime/webhooks/mcp`.
    ///
    /// - Parameters:
    ///   - name: The tool's name.
    ///   - description: What the tool does, for the model that chooses it.
    ///   - properties: The arguments.
    ///   - metadata: More about the tool, for clients that know of it.
    ///   - usesResultSchema: Whether the function returns content blocks; it returns text when nil or no.
    /// - Returns: The trigger.
    public static func mcpTool(
        _ name: String, description: String? = nil, properties: [MCPToolProperty] = [], metadata: JSONObject? = nil,
        usesResultSchema: Bool? = nil
    ) -> Trigger {
        let names = properties.map(\.name)
        return Trigger(
            "mcpToolTrigger", "context",
            [
                "toolName": name, "description": description,
                "toolProperties": JSONText.of(.array(properties.map(\.json))),
                "metadata": metadata.map { JSONText.of(.object($0)) }, "useResultSchema": usesResultSchema,
            ],
            problems: [
                BindingRules.name(name, "name"),
                names.contains { $0.isEmpty } ? Problem.Draft(.binding, "a tool property has no name.") : nil,
                Set(names).count < names.count
                    ? Problem.Draft(.binding, "two tool properties have the same name.") : nil,
            ]
        ) { MCPToolCall($0) }
    }
}

extension Trigger where Payload == MCPResourceRequest {
    /// A resource that a client of the Model Context Protocol reads.
    ///
    /// Return the content by ``Output/returnValue``: text as `String`.
    ///
    /// - Parameters:
    ///   - uri: The resource's absolute address.
    ///   - name: The resource's name.
    ///   - title: A title to show.
    ///   - description: What the resource is.
    ///   - mimeType: The type of its content.
    ///   - size: Its size in bytes.
    ///   - metadata: More about the resource, for clients that know of it.
    /// - Returns: The trigger.
    public static func mcpResource(
        _ uri: String, name: String, title: String? = nil, description: String? = nil, mimeType: String? = nil,
        size: Int? = nil, metadata: JSONObject? = nil
    ) -> Trigger {
        Trigger(
            "mcpResourceTrigger", "context",
            [
                "uri": uri, "resourceName": name, "title": title, "description": description, "mimeType": mimeType,
                "size": size, "metadata": metadata.map { JSONText.of(.object($0)) },
            ],
            problems: [
                BindingRules.name(name, "name"),
                uri.contains(":") ? nil : Problem.Draft(.binding, "the address \"\(uri)\" is not absolute."),
                BindingRules.number(size, "size", in: 0...Int.max),
            ]
        ) { MCPResourceRequest($0) }
    }
}

extension Trigger where Payload == MCPPromptCall {
    /// A prompt that a client of the Model Context Protocol asks for.
    ///
    /// Return the prompt by ``Output/returnValue``: a `String` becomes a message of the user.
    ///
    /// - Parameters:
    ///   - name: The prompt's name.
    ///   - arguments: What the client fills in.
    ///   - title: A title to show.
    ///   - description: What the prompt is for.
    ///   - metadata: More about the prompt, for clients that know of it.
    ///   - icons: Icons to show, as the protocol writes them.
    /// - Returns: The trigger.
    public static func mcpPrompt(
        _ name: String, arguments: [MCPPromptArgument] = [], title: String? = nil, description: String? = nil,
        metadata: JSONObject? = nil, icons: [JSONValue]? = nil
    ) -> Trigger {
        Trigger(
            "mcpPromptTrigger", "context",
            [
                "promptName": name,
                "promptArguments": arguments.isEmpty ? nil : JSONText.of(.array(arguments.map(\.json))),
                "title": title, "description": description, "metadata": metadata.map { JSONText.of(.object($0)) },
                "icons": icons.map { JSONText.of(.array($0)) },
            ],
            problems: [BindingRules.name(name, "name")]
        ) { MCPPromptCall($0) }
    }
}
