// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// What MCP clients get of what functions return (host contract §7.14).
enum MCPContent {
    static func failure(of tool: String) -> JSONValue {
        ["content": [text("An error occurred invoking '\(tool)'.")], "isError": true]
    }

    /// A text as it is, anything else as indented JSON, unless the function describes its result itself.
    static func toolResult(_ value: JSONValue, usesSchema: Bool) -> JSONValue {
        guard usesSchema, let described = parsed(value)?.object else {
            return ["content": value.isNull ? [] : [text(DotNetText.of(value))], "isError": false]
        }
        var result: JSONObject = ["content": blocks(described["content"] ?? .null, type: described["type"]?.string)]
        if let content = described["structuredContent"].flatMap(parsed), content.object != nil {
            result["structuredContent"] = content
        }
        result["isError"] = described["isError"] ?? false
        return .object(result)
    }

    /// The content of a resource: texts, or what the function says of `text` and `blob`.
    static func resource(_ value: JSONValue, uri: String, mimeType: String?) -> JSONValue {
        var content: JSONObject = ["uri": .string(uri)]
        if let mimeType { content["mimeType"] = .string(mimeType) }
        if let object = value.object, object["text"]?.string != nil || object["blob"]?.string != nil {
            for member in object { content[member.name] = member.value }
        } else {
            content["text"] = .string(DotNetText.of(value))
        }
        return [.object(content)]
    }

    /// The messages of a prompt: a text stands for one of the user.
    static func prompt(_ value: JSONValue, description: String?) -> JSONValue {
        var result: JSONObject = [:]
        if let description { result["description"] = .string(description) }
        if let object = parsed(value)?.object, object["messages"]?.array != nil {
            for member in object { result[member.name] = member.value }
        } else {
            result["messages"] = [["role": "user", "content": text(DotNetText.of(value))]]
        }
        return .object(result)
    }

    private static func blocks(_ content: JSONValue, type: String?) -> JSONValue {
        let value = parsed(content) ?? content
        if let blocks = value.array { return .array(blocks) }
        if value["type"]?.string != nil { return [value] }
        if content.isNull { return [] }
        return [text(DotNetText.of(content))]
    }

    /// A text that holds an object or array is that.
    private static func parsed(_ value: JSONValue) -> JSONValue? {
        guard let text = value.string else { return value }
        let json = try? JSONValue(parsing: Array(text.utf8))
        return json?.object != nil || json?.array != nil ? json : nil
    }

    private static func text(_ text: String) -> JSONValue { ["type": "text", "text": .string(text)] }
}
