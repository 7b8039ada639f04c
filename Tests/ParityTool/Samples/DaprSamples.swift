// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions
import StrictJSON

let daprSamples = Blueprint {
    Function("daprServiceInvocationTrigger", on: .daprServiceInvocation(method: "create", of: String.self)) { _, _ in }
    Function("daprBindingTrigger", on: .daprBinding("cron", of: JSONValue.self)) { _, _ in }
    Function("daprTopicTrigger", on: .daprTopic("orders", pubSub: "bus", of: CloudEvent<JSONValue>.self)) { _, _ in }
    Function(
        "daprTopicTrigger-all", on: .daprTopic("orders", pubSub: "bus", of: JSONValue.self, route: "B")
    ) { _, _ in }
    Function(
        "daprStateInput", on: .queue("orders", of: String.self),
        reading: .daprState("store", key: "{id}", of: String?.self)
    ) { _, _, _ in }
    Function(
        "daprStateInput-all", on: .queue("orders", of: String.self),
        reading: .daprState("store", key: "{id}", daprAddress: "http://localhost:3501", of: String?.self)
    ) { _, _, _ in }
    Function(
        "daprSecretInput", on: .queue("orders", of: String.self), reading: .daprSecret("vault", key: "key")
    ) { _, _, _ in }
    Function(
        "daprSecretInput-all", on: .queue("orders", of: String.self),
        reading: .daprSecret(
            "vault", key: "key", metadata: "metadata.namespace=default", daprAddress: "http://localhost:3501")
    ) { _, _, _ in }
    Function(
        "daprStateOutput", on: .queue("orders", of: String.self), returning: .daprState("store", key: "{id}")
    ) { text, _ in text }
    Function(
        "daprStateOutput-all", on: .queue("orders", of: String.self),
        returning: .daprState("store", key: "{id}", daprAddress: "http://localhost:3501")
    ) { text, _ in text }
    Function(
        "daprInvokeOutput", on: .queue("orders", of: String.self), returning: .daprInvoke(app: "shop", method: "create")
    ) { text, _ in text }
    Function(
        "daprInvokeOutput-all", on: .queue("orders", of: String.self),
        returning: .daprInvoke(app: "shop", method: "create", verb: "put", daprAddress: "http://localhost:3501")
    ) { text, _ in text }
    Function(
        "daprPublishOutput", on: .queue("orders", of: String.self), returning: .daprPublish("orders", pubSub: "bus")
    ) { text, _ in text }
    Function(
        "daprPublishOutput-all", on: .queue("orders", of: String.self),
        returning: .daprPublish("orders", pubSub: "bus", daprAddress: "http://localhost:3501")
    ) { text, _ in text }
    Function(
        "daprBindingOutput", on: .queue("orders", of: String.self), returning: .daprBinding("mail", operation: "create")
    ) { text, _ in text }
    Function(
        "daprBindingOutput-all", on: .queue("orders", of: String.self),
        returning: .daprBinding("mail", operation: "create", daprAddress: "http://localhost:3501")
    ) { text, _ in text }
}
