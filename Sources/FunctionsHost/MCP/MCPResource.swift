// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// A resource of a `mcpResourceTrigger`.
struct MCPResource: Sendable {
    let uri: MCPTemplate
    let function: FunctionMetadata
    let mimeType: String?
    /// The resource as `resources/list` or `resources/templates/list` shows it.
    let json: JSONValue

    /// - Throws: ``FunctionInError`` without a URI.
    init(_ function: FunctionMetadata) throws(FunctionInError) {
        let trigger = function.triggerBinding
        guard let uri = trigger.text("uri") else { throw FunctionInError("A mcpResourceTrigger needs uri.") }
        self.uri = MCPTemplate(uri)
        self.function = function
        mimeType = trigger.text("mimeType")
        var json: JSONObject = [
            (self.uri.hasNames ? "uriTemplate" : "uri"): .string(uri),
            "name": .string(trigger.text("resourceName") ?? function.name),
        ]
        if let title = trigger.text("title") { json["title"] = .string(title) }
        if let description = trigger.text("description") { json["description"] = .string(description) }
        if let mimeType { json["mimeType"] = .string(mimeType) }
        if let size = trigger.json["size"]?.int64 { json["size"] = .integer(size) }
        MCPDescription.add(trigger, to: &json)
        self.json = .object(json)
    }
}
