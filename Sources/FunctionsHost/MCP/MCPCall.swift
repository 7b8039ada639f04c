// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// One request of an MCP client.
struct MCPCall {
    let catalog: MCPCatalog
    let invoker: Invoker
    let session: MCPSession?
    let request: ExtensionRequest

    func run(_ method: String, _ parameters: JSONValue) async throws(MCPError) -> JSONValue {
        switch method {
        case "ping": return [:]
        case "tools/list": return ["tools": .array(catalog.tools.map(\.json))]
        case "tools/call": return try await callTool(parameters)
        case "resources/list":
            return ["resources": .array(catalog.resources.filter { !$0.uri.hasNames }.map(\.json))]
        case "resources/templates/list":
            return ["resourceTemplates": .array(catalog.resources.filter(\.uri.hasNames).map(\.json))]
        case "resources/read": return try await readResource(parameters)
        case "prompts/list": return ["prompts": .array(catalog.prompts.map(\.json))]
        case "prompts/get": return try await getPrompt(parameters)
        case "initialize": throw .invalidRequest("initialize stands alone.")
        default: throw .unknownMethod(method)
        }
    }

    private func callTool(_ parameters: JSONValue) async throws(MCPError) -> JSONValue {
        let name = parameters["name"]?.string ?? ""
        guard let tool = catalog.tools.first(where: { $0.name == name }) else {
            throw .invalidParameters("Unknown tool: '\(name)'")
        }
        let arguments = parameters["arguments"]?.object ?? [:]
        try check(arguments, tool.required, "tool properties")
        guard let result = await invoke(tool.function, ["name": .string(name), "arguments": .object(arguments)]) else {
            return MCPContent.failure(of: name)
        }
        return MCPContent.toolResult(result.returnValue, usesSchema: tool.usesResultSchema)
    }

    private func readResource(_ parameters: JSONValue) async throws(MCPError) -> JSONValue {
        let uri = parameters["uri"]?.string ?? ""
        for resource in catalog.resources {
            guard let values = resource.uri.match(uri) else { continue }
            guard
                let result = await invoke(
                    resource.function, ["uri": .string(uri), "arguments": .object(values)])
            else { throw .internalError("An error occurred reading '\(uri)'.") }
            return ["contents": MCPContent.resource(result.returnValue, uri: uri, mimeType: resource.mimeType)]
        }
        throw .notFound("Unknown resource URI: '\(uri)'")
    }

    private func getPrompt(_ parameters: JSONValue) async throws(MCPError) -> JSONValue {
        let name = parameters["name"]?.string ?? ""
        guard let prompt = catalog.prompts.first(where: { $0.name == name }) else {
            throw .invalidParameters("Unknown prompt: '\(name)'")
        }
        let arguments = parameters["arguments"]?.object ?? [:]
        try check(arguments, prompt.required, "prompt arguments")
        guard let result = await invoke(prompt.function, ["name": .string(name), "arguments": .object(arguments)])
        else { throw .internalError("An error occurred getting the prompt '\(name)'.") }
        return MCPContent.prompt(result.returnValue, description: prompt.description)
    }

    private func check(_ arguments: JSONObject, _ required: [String], _ what: String) throws(MCPError) {
        let missing = required.filter { arguments[$0]?.isNull ?? true }
        guard missing.isEmpty else {
            throw .invalidParameters(
                "One or more required \(what) are missing values. Please provide: \(missing.joined(separator: ", "))")
        }
    }

    /// Runs a function with the context that the extension gives it; nil when it fails.
    private func invoke(_ function: FunctionMetadata, _ members: JSONObject) async -> HandlerResult? {
        var context = members
        let id = session.map { JSONValue.string($0.id) } ?? .null
        context["sessionid"] = id
        context["clientinfo"] = session?.clientInfo ?? .null
        context["transport"] = [
            "name": "http-streamable", "sessionId": id,
            "properties": [
                "headers": .object(request.headers.reduce(into: [:]) { $0[$1.name] = .string($1.value) })
            ],
        ]
        let bytes = JSONValue.object(context).serialized()
        var input = TriggerInput(
            data: WireValue.encode(.string(String(decoding: bytes, as: UTF8.self))), reason: "(null)")
        if let session { input.metadata.set("mcpsessionid", WireValue.encode(.string(session.id))) }
        if let arguments = members["arguments"]?.object {
            input.metadata.set(
                "mcptoolargs",
                .object(arguments.reduce(into: [:]) { $0[$1.name] = .string(DotNetText.of($1.value)) }))
        }
        input.metadata.overlay(bytes)
        guard case .succeeded(let result) = await invoker.trigger(function, input) else { return nil }
        return result
    }
}
