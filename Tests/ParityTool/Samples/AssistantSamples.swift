// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions
import StrictJSON

private let chat = ChatModelOptions(
    model: "gpt", temperature: "0.2", topP: "0.9", maximumTokens: "200", isReasoningModel: true)

let assistantSamples = Blueprint {
    Function("mcpToolTrigger", on: .mcpTool("find"), returning: .toolResult) { call, _ in call.name }
    Function(
        "mcpToolTrigger-all",
        on: .mcpTool(
            "find", description: "Finds orders",
            properties: [
                MCPToolProperty("city", description: "Where to"),
                MCPToolProperty("limits", .integer, isRequired: false, isArray: true),
            ], metadata: ["audience": "staff"], usesResultSchema: true),
        returning: .mcpToolResult
    ) { call, _ in MCPToolResult([.text(call.name)]) }
    Function(
        "mcpToolPropertyInput", on: .mcpTool("find"),
        reading: .mcpToolProperty(MCPToolProperty("city", description: "Where to"), of: String.self)
    ) { _, _, _ in }
    Function("mcpResourceTrigger", on: .mcpResource("shop://orders", name: "orders"), returning: .returnValue) { _, _ in
        "none"
    }
    Function(
        "mcpResourceTrigger-all",
        on: .mcpResource(
            "shop://orders", name: "orders", title: "Orders", description: "All orders", mimeType: "text/csv", size: 12,
            metadata: ["audience": "staff"]), returning: .returnValue
    ) { _, _ in "none" }
    Function("mcpPromptTrigger", on: .mcpPrompt("review"), returning: .returnValue) { _, _ in "Review this." }
    Function(
        "mcpPromptTrigger-all",
        on: .mcpPrompt(
            "review", arguments: [MCPPromptArgument("code", description: "The code", isRequired: true)],
            title: "Review", description: "Reviews code", metadata: ["audience": "staff"],
            icons: [["src": "https://example.com/icon.png"]]), returning: .returnValue
    ) { call, _ in "Review \(call.arguments["code"] ?? "this")." }

    Function("assistantSkillTrigger", on: .assistantSkill("Adds a task", of: String.self)) { _, _ in }
    Function(
        "assistantSkillTrigger-all",
        on: .assistantSkill("Adds a task", name: "add", parameters: "{}", of: String.self)
    ) { _, _ in }
    Function("connectorTrigger", on: .connector(of: JSONValue.self)) { _, _ in }
    Function(
        "textCompletionInput", on: .queue("orders", of: String.self),
        reading: .textCompletion("Who is {name}?", of: JSONValue.self)
    ) { _, _, _ in }
    Function(
        "textCompletionInput-all", on: .queue("orders", of: String.self),
        reading: .textCompletion("Who is {name}?", aiConnection: "AI", chat: chat, of: JSONValue.self)
    ) { _, _, _ in }
    Function(
        "assistantQueryInput", on: .queue("orders", of: String.self),
        reading: .assistantQuery(id: "{id}", since: "{time}", of: JSONValue.self)
    ) { _, _, _ in }
    Function(
        "assistantQueryInput-all", on: .queue("orders", of: String.self),
        reading: .assistantQuery(
            id: "{id}", since: "{time}", storageConnection: "Storage", collection: "Chats", of: JSONValue.self)
    ) { _, _, _ in }
    Function(
        "assistantPostInput", on: .queue("orders", of: String.self),
        reading: .assistantPost(id: "{id}", message: "{text}", of: JSONValue.self)
    ) { _, _, _ in }
    Function(
        "assistantPostInput-all", on: .queue("orders", of: String.self),
        reading: .assistantPost(
            id: "{id}", message: "{text}", aiConnection: "AI", chat: chat, storageConnection: "Storage",
            collection: "Chats", of: JSONValue.self)
    ) { _, _, _ in }
    Function(
        "embeddingsInput", on: .queue("orders", of: String.self),
        reading: .embeddings("{text}", inputType: .rawText, of: JSONValue.self)
    ) { _, _, _ in }
    Function(
        "embeddingsInput-all", on: .queue("orders", of: String.self),
        reading: .embeddings(
            "{path}", inputType: .filePath, aiConnection: "AI", model: "ada", maximumChunkLength: 100,
            maximumOverlap: 10, of: JSONValue.self)
    ) { _, _, _ in }
    Function(
        "semanticSearchInput", on: .queue("orders", of: String.self),
        reading: .semanticSearch("{question}", searchConnection: "Search", collection: "docs", of: JSONValue.self)
    ) { _, _, _ in }
    Function(
        "semanticSearchInput-all", on: .queue("orders", of: String.self),
        reading: .semanticSearch(
            "{question}", searchConnection: "Search", collection: "docs", aiConnection: "AI", embeddingsModel: "ada",
            chat: chat, systemPrompt: "Be brief.", maximumKnowledgeCount: 3, of: JSONValue.self)
    ) { _, _, _ in }
    Function(
        "assistantCreateOutput", on: .queue("orders", of: JSONValue.self), returning: .assistantCreate
    ) { assistant, _ in assistant }
    Function(
        "embeddingsStoreOutput", on: .queue("orders", of: JSONValue.self),
        returning: .embeddingsStore("{url}", inputType: .url, storeConnection: "Search", collection: "docs")
    ) { document, _ in document }
    Function(
        "embeddingsStoreOutput-all", on: .queue("orders", of: JSONValue.self),
        returning: .embeddingsStore(
            "{text}", inputType: .rawText, storeConnection: "Search", collection: "docs", aiConnection: "AI",
            model: "ada", maximumChunkLength: 100, maximumOverlap: 10)
    ) { document, _ in document }
}
