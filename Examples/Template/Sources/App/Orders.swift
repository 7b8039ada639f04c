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
