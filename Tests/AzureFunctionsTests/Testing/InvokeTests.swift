// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions
import AzureFunctionsTesting
import FoundationEssentials
import HTTPTypes
import StrictJSON
import Testing

private struct Order: Codable, Sendable, Equatable {
    var id: Int
    var name = "Ada"
}

@Suite struct `Invoking functions in tests` {
    @Test func `A value goes in as the host would send it and comes out as the host would write it`() async throws {
        let contexts = Probe<InvocationContext>()
        let app = FunctionApp {
            QueueFunction("fulfil", queue: "in", of: Order.self, returning: .queue("out")) { order, context in
                contexts.record(context)
                return Order(id: order.id + 1)
            }
        }
        try await app.test { client in
            let outcome = try await client.invoke("Fulfil", with: Order(id: 5), metadata: ["DequeueCount": 2])
            #expect(try outcome.decode(Order.self) == Order(id: 6))
        }
        let context = try #require(contexts.last)
        #expect(context.metadata["DequeueCount"]?.integer == 2)
        #expect(context.metadata["id"]?.integer == 5)
        #expect(context.metadata["name"]?.text == "Ada")
        #expect(context.data["message"]?["id"]?.integer == 5)
        #expect(context.metadata.names.contains("sys"))
    }

    @Test(arguments: ["test", "abcd1234", "", "{\"a\": 1}", "2024-10-24T10:11:12Z", "null", "\"quoted\"", "Zoë\u{0}\n"])
    func `Text arrives and leaves unchanged, whatever it looks like`(text: String) async throws {
        let app = FunctionApp {
            QueueFunction("echo", queue: "in", of: String.self, returning: .queue("out")) { text, _ in text }
        }
        try await app.test { client in
            let outcome = try await client.invoke("echo", with: text)
            #expect(outcome.texts() == [text])
        }
    }

    @Test func `Bytes arrive and leave unchanged`() async throws {
        let bytes = (0...255).map { UInt8($0) }
        let app = FunctionApp {
            QueueFunction("echo", queue: "in", of: [UInt8].self, returning: .queue("out")) { bytes, _ in bytes }
        }
        try await app.test { client in
            let outcome = try await client.invoke("echo", with: bytes)
            #expect(outcome.items() == [bytes])
        }
    }

    @Test func `A value that is not what the function declares fails without its text`() async throws {
        let app = FunctionApp { QueueFunction("q", queue: "in", of: Order.self) { _, _ in } }
        try await app.test { client in
            let failure = await #expect(throws: InvocationFailure.self) {
                try await client.invoke("q", with: #"{"id":"secret"}"#)
            }
            #expect(failure?.message.contains("id is not Int") == true)
            #expect(failure?.message.contains("secret") == false)
        }
    }

    @Test func `A test can call as somebody whom the guard would let through`() async throws {
        let order = Probe<String>()
        let app = FunctionApp {
            Blueprint(guardedBy: NotingGuard("outer", order, refuses: true)) {
                HTTPFunction("who", guardedBy: NotingGuard("inner", order, refuses: true)) { _, name, _ in .text(name) }
            }
        }
        try await app.test { client in
            let refused = try await client.get("/api/who")
            #expect(refused.status == .forbidden)
            let answer = try await client.authorized(as: "Ada").get("/api/who")
            #expect(answer.body == Array("Ada".utf8))
            let other = try await client.authorized(as: 5).get("/api/who")
            #expect(other.status == .forbidden)
        }
        #expect(order.values == ["outer", "outer"])
    }
}
