// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions
import StrictJSON

let messagingSamples = Blueprint {
    Function("serviceBusQueueTrigger", on: .serviceBusQueue("orders", connection: "Bus", of: String.self)) { _, _ in }
    Function(
        "serviceBusQueueTrigger-all",
        on: .serviceBusQueue(
            "orders", connection: "Bus", of: [JSONValue].self, usesSessions: true, completesAutomatically: true,
            accessRights: .listen)
    ) { _, _ in }
    Function(
        "serviceBusTopicTrigger",
        on: .serviceBusTopic("news", subscription: "all", connection: "Bus", of: [UInt8].self)
    ) { _, _ in }
    Function(
        "serviceBusTopicTrigger-all",
        on: .serviceBusTopic(
            "news", subscription: "all", connection: "Bus", of: [[UInt8]].self, usesSessions: false,
            completesAutomatically: false, accessRights: .manage)
    ) { _, _ in }
    Function(
        "serviceBusQueueOutput", on: .queue("orders", of: String.self),
        returning: .serviceBusQueue("done", connection: "Bus")
    ) { text, _ in text }
    Function(
        "serviceBusQueueOutput-all", on: .queue("orders", of: String.self),
        returning: .serviceBusQueue("done", connection: "Bus", accessRights: .manage)
    ) { text, _ in text }
    Function(
        "serviceBusTopicOutput", on: .queue("orders", of: String.self),
        returning: .serviceBusTopic("news", connection: "Bus")
    ) { text, _ in text }
    Function(
        "serviceBusTopicOutput-all", on: .queue("orders", of: String.self),
        returning: .serviceBusTopic("news", connection: "Bus", subscription: "all", accessRights: .listen)
    ) { text, _ in text }

    Function("eventHubTrigger", on: .eventHub("telemetry", connection: "Hub", of: JSONValue.self)) { _, _ in }
    Function(
        "eventHubTrigger-all",
        on: .eventHub("telemetry", connection: "Hub", of: [JSONValue].self, consumerGroup: "mine"),
        retry: .fixed(delay: .seconds(1), maximumCount: 5)
    ) { _, _ in }
    Function(
        "eventHubOutput", on: .queue("orders", of: String.self), returning: .eventHub("telemetry", connection: "Hub")
    ) { text, _ in text }

    Function("eventGridTrigger", on: .eventGrid(of: EventGridEvent<JSONValue>.self)) { _, _ in }
    Function("eventGridTrigger-all", on: .eventGrid(of: [CloudEvent<JSONValue>].self)) { _, _ in }
    Function(
        "eventGridOutput", on: .queue("orders", of: JSONValue.self),
        returning: .eventGrid(endpoint: "TopicEndpoint", key: "TopicKey")
    ) { event, _ in event }
    Function(
        "eventGridOutput-all", on: .queue("orders", of: JSONValue.self), returning: .eventGrid(connection: "Topic")
    ) { event, _ in event }
    Function(
        "sendGridOutput", on: .queue("orders", of: JSONValue.self), returning: .sendGrid()
    ) { mail, _ in mail }
    Function(
        "sendGridOutput-all", on: .queue("orders", of: JSONValue.self),
        returning: .sendGrid(
            apiKey: "MailKey", to: "{customer}", from: "shop@example.com", subject: "Order {id}", text: "Thanks")
    ) { mail, _ in mail }
}
