// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions

let addTask = Function(
    "add-task", on: .assistantSkill("Adds a task to the list", of: String.self), returning: .queue("tasks")
) { task, _ in
    task
}

let onMail = Function("on-mail", on: .connector(of: String.self)) { event, context in
    context.logger.info("Mail came.", metadata: ["size": "\(event.utf8.count)"])
}

let onRabbit = Function(
    "on-rabbit",
    on: .generic(
        type: "rabbitMQTrigger", fields: ["queueName": "orders", "connectionStringSetting": "RabbitMQ"],
        of: Order.self)
) { order, context in
    context.logger.info("An order came.", metadata: ["order.id": "\(order.id)"])
}
