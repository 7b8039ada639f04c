// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions
import FoundationEssentials
import NIOHTTP1
import StrictJSON
import Testing

private struct Order: Codable, Sendable, Equatable {
    var id: Int
    var placed: Date?
}

private struct Receipt: Codable, Sendable, Equatable {
    let order: Int
}

@Suite struct `Functions of any trigger` {
    private func outputs(_ app: FunctionApp, _ name: String, _ envelope: String) async throws -> JSONValue {
        let response = try await Door(app).invoke(name, envelope)
        try #require(response.status == .ok, "\(String(decoding: response.body, as: UTF8.self))")
        return try #require(try JSONValue(parsing: response.body)["Outputs"])
    }

    @Test func `A message becomes a value, and what is returned becomes a message`() async throws {
        let app = FunctionApp {
            QueueFunction("fulfil", queue: "orders-in", of: Order.self, returning: .queue("orders-out")) { order, _ in
                Receipt(order: order.id)
            }
        }
        let outputs = try await outputs(app, "fulfil", #"{"Data":{"message":"\"{\\\"id\\\":5}\""},"Metadata":{}}"#)
        let text = try #require(outputs["output"]?.string.flatMap { Data(base64Encoded: $0) })
        #expect(String(decoding: text, as: UTF8.self) == #"{"order":5}"#)
    }

    @Test func `Several outputs are written from a tuple in the order of their declaration`() async throws {
        let app = FunctionApp {
            Function(
                "split", on: .queue("in", of: String.self), returning: .all(.queue("a"), .queue("b").named("second"))
            ) { text, _ in
                (text, text.isEmpty ? nil : [1, 2])
            }
        }
        let outputs = try await outputs(app, "split", #"{"Data":{"message":"\"test\""},"Metadata":{}}"#)
        #expect(outputs == ["output": "dGVzdA==", "second": ["1", "2"]])
    }

    @Test(arguments: [
        (#""\"{\\\"id\\\":5,\\\"placed\\\":\\\"2024-10-24T10:11:12Z\\\"}\"""#, 5), (#""{\"id\":6}""#, 6),
        (#"{"id":7}"#, 7),
    ])
    func `A value is read through every layer that the host may put around it`(wire: String, id: Int) async throws {
        let orders = Probe<Order>()
        let app = FunctionApp { QueueFunction("q", queue: "in", of: Order.self) { order, _ in orders.record(order) } }
        _ = try await outputs(app, "q", #"{"Data":{"message":\#(wire)},"Metadata":{}}"#)
        #expect(orders.last?.id == id)
    }
}
