// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions

let createOrder = Function(
    "create-order", on: .daprServiceInvocation(method: "create-order", of: Order.self),
    returning: .all(.returnValue, .daprState("orders", key: "latest"))
) { order, _ in
    (Receipt(order: order.id, total: 9.5), order)
}

let onReading = Function("on-reading", on: .daprBinding("sensor", of: Reading.self)) { reading, context in
    context.logger.info("Measured.", metadata: ["celsius": "\(reading.celsius)"])
}

let onOrder = Function("on-order", on: .daprTopic("orders", pubSub: "bus", of: CloudEvent<Order>.self)) {
    event, context in
    context.logger.info("Ordered.", metadata: ["order.sku": "\(event.data?.sku ?? "-")"])
}
