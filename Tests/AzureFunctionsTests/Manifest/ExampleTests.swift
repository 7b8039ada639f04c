// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions
import AzureFunctionsTesting
import FoundationEssentials
import HTTPTypes
import StrictJSON
import Testing

@testable import TriggersExample

@Suite struct `The examples of docs/triggers.md` {
    private let order = Order(id: 5, sku: "a")

    @Test func `They are an app without problems`() throws {
        try TriggersExample.app.validate()
    }

    @Test func `A queue function takes an order and sends a receipt`() async throws {
        try await TriggersExample.app.test { client in
            let outcome = try await client.invoke("fulfil", with: Order(id: 5, sku: "a"))
            #expect(try outcome.decode(Receipt.self).order == 5)
        }
    }

    @Test func `A request is answered and its order sent`() async throws {
        try await TriggersExample.app.test { client in
            let response = try await client.send(
                method: .put, path: "/api/items/5", headers: [.contentType: "application/json"],
                body: Array(#"{"id":5,"sku":"a"}"#.utf8))
            #expect(response.status == .created)
            try await client.invoke("clean-up", timer: TimerTick(isPastDue: true))
        }
    }

    @Test func `Blobs are read and written`() async throws {
        try await TriggersExample.app.test { client in
            let prices = [Price(amount: 1), Price(amount: 2.5)]
            let outcome = try await client.invoke("import-prices", with: prices)
            #expect(outcome.texts() == ["3.5"])
        }
    }

    @Test func `A batch is answered item by item`() async throws {
        try await TriggersExample.app.test { client in
            let receipts = try await client.invoke("ship", with: [order, Order(id: 2, sku: "b")]).texts()
            #expect(receipts == [#"{"order":5,"total":9.5}"#, #"{"order":2,"total":9.5}"#])
            let readings = [Reading(device: "a", celsius: 20), Reading(device: "b", celsius: 90)]
            #expect(try await client.invoke("measure", with: readings).decode(Reading.self).device == "b")
            try await client.invoke("announce", with: Receipt(order: 5, total: 1))
        }
    }

    @Test func `Events, documents and changes are read`() async throws {
        try await TriggersExample.app.test { client in
            let ada = Customer(id: "1", name: "Ada")
            let event = EventGridEvent(
                id: "1", eventType: "Shop.CustomerCreated", subject: "", eventTime: Date(timeIntervalSince1970: 0),
                data: ada)
            #expect(try await client.invoke("welcome", with: event).texts() == ["Welcome, Ada!"])
            try await client.invoke("index", with: [ada])
            let changes = [SQLChange(.delete, Customer(id: "2")), SQLChange(.insert, ada)]
            #expect(try await client.invoke("sync-to-do", with: changes).texts() == ["2"])
            #expect(
                try await client.invoke("sync-customers", with: [MySQLChange(ada)]).decode(Customer.self).name == "Ada")
            let events = [KafkaEvent(value: order, topic: "orders", partition: 1, offset: 7)]
            let rows = try await client.invoke("audit", with: events)
            #expect(try rows.decode([String: String].self) == ["RowKey": "1-7", "Sku": "a"])
        }
    }

    @Test func `Messages of SignalR and Dapr are read and answered`() async throws {
        try await TriggersExample.app.test { client in
            let message = SignalRInvocation(hub: "chat", event: "send", arguments: ["hi"])
            let sent = try await client.invoke("chat", with: message).decode(SignalRMessage.self)
            #expect(sent == SignalRMessage(target: "received", arguments: ["hi"], groupName: "everyone"))
            let outcome = try await client.invoke("create-order", with: order)
            #expect(outcome.returnValue["order"] == 5)
            #expect(try outcome.decode(JSONValue.self)["value"]?["sku"] == "a")
            try await client.invoke("on-reading", with: Reading(device: "a", celsius: 1))
            try await client.invoke("on-order", with: CloudEvent(id: "1", source: "s", type: "t", data: order))
        }
    }

    @Test func `Tools, resources and prompts answer`() async throws {
        try await TriggersExample.app.test { client in
            let call = MCPToolCall(name: "find_orders", arguments: ["limit": 1])
            let orders = [order, Order(id: 6, sku: "b")]
            let found = try await client.invoke("find-orders", with: call, inputs: ["input": orders])
            #expect(found.returnValue == #"[{"id":5,"sku":"a"}]"#)
            let resource = MCPResourceRequest(uri: "shop://prices")
            let prices = try await client.invoke("price-list", with: resource, inputs: ["input": "a: 3"])
            #expect(prices.returnValue == "a: 3")
            let prompt = MCPPromptCall(name: "review_order", arguments: ["order": "5"])
            #expect(
                try await client.invoke("review-order", with: prompt).returnValue == "Check this order for mistakes: 5")
        }
    }

    @Test func `Durable functions and the others answer`() async throws {
        try await TriggersExample.app.test { client in
            #expect(try await client.invoke("pack", with: order).returnValue["order"] == 5)
            let step = DurableOrchestration(instanceID: "i", input: #""Bonn""#)
            #expect(try await client.invoke("shipping", with: step).returnValue["output"] == "Bonn")
            #expect(try await client.invoke("counter", with: ["a": 1]).returnValue == ["a": 1])
            #expect(try await client.invoke("add-task", with: "test").texts() == ["test"])
            try await client.invoke("on-mail", with: "mail")
            try await client.invoke("on-rabbit", with: order)
            try await client.invoke("warmup", with: JSONValue.object([:]))
        }
    }

    @Test func `Inputs are read, and several outputs written`() async throws {
        try await TriggersExample.app.test { client in
            let outcome = try await client.invoke(
                "price", with: order,
                inputs: ["input": Price(amount: 3), "input2": Customer(id: "5", name: "Ada")])
            #expect(try outcome.decode(Receipt.self, from: "output").total == 3)
            #expect(try outcome.decode(Receipt.self, from: "output2").total == 3)
        }
    }
}
