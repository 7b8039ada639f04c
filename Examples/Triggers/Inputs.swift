// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions

let price = Function(
    "price", on: .queue("orders", of: Order.self),
    reading: .all(
        .blob("prices/{sku}.json", of: Price?.self),
        .table("Customers", partitionKey: "eu", rowKey: "{id}", of: Customer?.self)),
    returning: .all(.queue("priced"), .blob("receipts/{id}.json"))
) { order, read, _ in
    let (price, customer) = read
    let receipt = Receipt(order: order.id, total: customer == nil ? 0 : price?.amount ?? 0)
    return (receipt, receipt)
}
