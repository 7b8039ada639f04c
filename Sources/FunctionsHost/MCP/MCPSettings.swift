// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// `extensions.mcp` of host.json.
struct MCPSettings: Sendable {
    let serverName: String
    let serverVersion: String
    let instructions: String?

    init(_ tree: SettingTree) throws(InvalidSetting) {
        serverName = tree["extensions:mcp:serverName"] ?? "Azure Functions MCP server"
        serverVersion = tree["extensions:mcp:serverVersion"] ?? "1.0.0"
        instructions = tree["extensions:mcp:instructions"].flatMap { $0.isEmpty ? nil : $0 }
    }
}
