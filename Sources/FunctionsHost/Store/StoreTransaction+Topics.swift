// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
import GRDB

extension StoreTransaction {
    /// Makes a subscription known; from here on it gets what is published.
    mutating func subscribe(_ name: String, to topic: String) throws {
        try db.execute(
            sql: "INSERT OR IGNORE INTO subscription (topic, name) VALUES (?, ?)",
            arguments: [topic.lowercased(), name.lowercased()])
    }

    /// Gives a message to each subscription of a topic; without any it is gone, as in Service Bus.
    mutating func publish(_ message: NewMessage, to topic: String, now: Date) throws {
        for name in try subscriptions(of: topic) { try add(message, to: .subscription(name, of: topic), now: now) }
    }

    func subscriptions(of topic: String) throws -> [String] {
        try String.fetchAll(
            db, sql: "SELECT name FROM subscription WHERE topic = ? ORDER BY name", arguments: [topic.lowercased()])
    }
}
