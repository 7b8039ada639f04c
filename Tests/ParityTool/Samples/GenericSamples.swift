// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions

let genericSamples = Blueprint {
    Function(
        "genericTrigger",
        on: .generic(
            type: "rabbitMQTrigger", name: "message",
            fields: ["queueName": "orders", "connectionStringSetting": "Rabbit"], of: String.self)
    ) { _, _ in }
    Function(
        "genericInput", on: .queue("orders", of: String.self),
        reading: .generic(type: "redis", fields: ["command": "GET {id}", "connection": "Redis"], of: String?.self)
    ) { _, _, _ in }
    Function(
        "genericOutput", on: .queue("orders", of: String.self),
        returning: .generic(
            type: "rabbitMQ", fields: ["queueName": "done", "connectionStringSetting": "Rabbit"], as: .bytes)
    ) { text, _ in text }
}
