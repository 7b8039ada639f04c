// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions

let ship = Function(
    "ship", on: .serviceBusQueue("shipments", connection: "ServiceBus", of: [Order].self),
    returning: .serviceBusTopic("shipped", connection: "ServiceBus")
) { orders, context in
    let attempts = context.metadata.serviceBusMessages.compactMap(\.deliveryCount)
    context.logger.info("Shipping.", metadata: ["attempts": "\(attempts)"])
    return orders.map { Receipt(order: $0.id, total: 9.5) }
}

let announce = Function(
    "announce", on: .serviceBusTopic("shipped", subscription: "mail", connection: "ServiceBus", of: Receipt.self)
) { receipt, context in
    context.logger.info("Announced.", metadata: ["order.id": "\(receipt.order)"])
}
