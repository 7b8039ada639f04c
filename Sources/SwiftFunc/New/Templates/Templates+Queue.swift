// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

extension Templates {
    static let queue = #"""
        import AzureFunctions

        /// What comes in through the queue "orders".
        struct Order: Codable, Sendable {
            let id: Int
            let item: String
        }

        /// What goes out to the queue "receipts".
        struct Receipt: Codable, Equatable, Sendable {
            let order: Int
            let text: String
        }

        /// Takes orders and writes receipts.
        func orders() -> Blueprint {
            Blueprint {
                QueueFunction("fulfil", queue: "orders", of: Order.self, returning: .queue("receipts")) { order, context in
                    context.logger.info("An order is fulfilled.", metadata: ["order.id": "\(order.id)"])
                    return Receipt(order: order.id, text: "One \(order.item), with thanks")
                }
            }
        }

        """#

    static func queueTests(module: String) -> String {
        #"""
        import AzureFunctions
        import AzureFunctionsTesting
        import Testing

        @testable import \#(module)

        @Suite("Orders")
        struct OrdersTests {
            @Test("An order becomes a receipt")
            func receipt() async throws {
                try await FunctionApp { orders() }.test { client in
                    let outcome = try await client.invoke("fulfil", with: Order(id: 5, item: "tea"))
                    #expect(try outcome.decode(Receipt.self) == Receipt(order: 5, text: "One tea, with thanks"))
                }
            }

            @Test("What is no order fails, so that the message comes again")
            func unreadable() async throws {
                try await FunctionApp { orders() }.test { client in
                    await #expect(throws: InvocationFailure.self) { try await client.invoke("fulfil", with: "tea") }
                }
            }
        }

        """#
    }
}
