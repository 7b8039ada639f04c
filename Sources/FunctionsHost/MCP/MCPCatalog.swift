// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// What the functions of an app offer to MCP clients.
struct MCPCatalog: Sendable {
    let tools: [MCPTool]
    let resources: [MCPResource]
    let prompts: [MCPPrompt]

    init(_ functions: [FunctionMetadata]) {
        func all<Item>(_ type: String, _ make: (FunctionMetadata) throws -> Item) -> [Item] {
            functions.filter { $0.triggerBinding.type.lowercased() == type }.compactMap { try? make($0) }
        }
        tools = all("mcptooltrigger", MCPTool.init)
        resources = all("mcpresourcetrigger", MCPResource.init)
        prompts = all("mcpprompttrigger", MCPPrompt.init)
    }

    /// - Throws: ``FunctionInError`` for a function that could not be offered.
    static func check(_ function: FunctionMetadata) throws(FunctionInError) {
        switch function.triggerBinding.type.lowercased() {
        case "mcptooltrigger": _ = try MCPTool(function)
        case "mcpresourcetrigger": _ = try MCPResource(function)
        case "mcpprompttrigger": _ = try MCPPrompt(function)
        default: break
        }
    }
}
