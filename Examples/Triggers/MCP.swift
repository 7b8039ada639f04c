// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions

let findOrders = Function(
    "find-orders",
    on: .mcpTool(
        "find_orders", description: "Finds the orders of a customer",
        properties: [
            MCPToolProperty("customer", description: "The customer's id"),
            MCPToolProperty("limit", .integer, description: "The most orders", isRequired: false),
        ]),
    reading: .cosmosDB(
        "orders", database: "shop", connection: "Cosmos",
        query: "SELECT * FROM c WHERE c.customer = {mcptoolargs.customer}", of: [Order].self),
    returning: .toolResult
) { call, orders, _ in
    let limit = try call.argument("limit", as: Int?.self) ?? 10
    return Array(orders.prefix(limit))
}

let priceList = Function(
    "price-list", on: .mcpResource("shop://prices", name: "prices", mimeType: "text/plain"),
    reading: .blob("prices/all.txt", of: String.self), returning: .returnValue
) { _, text, _ in
    text
}

let reviewOrder = Function(
    "review-order",
    on: .mcpPrompt("review_order", arguments: [MCPPromptArgument("order", isRequired: true)]), returning: .returnValue
) { call, _ in
    "Check this order for mistakes: \(call.arguments["order"] ?? "")"
}
