// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions

let fulfil = QueueFunction("fulfil", queue: "orders-in", of: Order.self, returning: .queue("orders-out")) {
    order, context in
    context.logger.info("An order came.", metadata: ["order.id": "\(order.id)"])
    return Receipt(order: order.id, total: 9.5)
}
