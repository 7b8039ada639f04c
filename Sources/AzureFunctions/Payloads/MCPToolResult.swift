// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

public import StrictJSON

/// The answer of a tool of the Model Context Protocol: content blocks, and the same as data where the client reads that.
public struct MCPToolResult: Sendable, Hashable {
    /// The blocks in order; at least one.
    public var content: [MCPContent]
    /// The answer as data.
    public var structuredContent: JSONValue?

    /// Creates an answer.
    ///
    /// - Parameters:
    ///   - content: The blocks in order; at least one.
    ///   - structuredContent: The answer as data.
    public init(_ content: [MCPContent], structuredContent: JSONValue? = nil) {
        self.content = content
        self.structuredContent = structuredContent
    }

    /// The object that the extension reads: its content is the text of one block, or of all.
    var json: JSONValue {
        get throws(UnsayableOutput) {
            guard let first = content.first else { throw .encoding("an answer needs at least one content block.") }
            var object: JSONObject = [
                "type": content.count == 1 ? first.json["type"] ?? .null : "multi_content_result",
                "content": .string(JSONText.of(content.count == 1 ? first.json : .array(content.map(\.json)))),
            ]
            object["structuredContent"] = structuredContent.map { .string(JSONText.of($0)) }
            return .object(object)
        }
    }
}
