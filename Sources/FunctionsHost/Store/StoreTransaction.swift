// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
import GRDB

/// One transaction on the store.
struct StoreTransaction {
    let db: Database
    /// What was changed.
    private(set) var touched: Set<StoreKey> = []

    init(_ db: Database) {
        self.db = db
    }

    mutating func touch(_ key: StoreKey) { touched.insert(key) }

    /// Puts a store in order that a host may have left by being killed.
    func recover(now: Date) throws {
        let time = StoreTime.of(now)
        try db.execute(
            sql: "UPDATE message SET leased = 0, visible = min(visible, ?) WHERE leased = 1", arguments: [time])
        try db.execute(sql: "DELETE FROM message WHERE expires <= ?", arguments: [time])
        try db.execute(sql: "DELETE FROM event WHERE enqueued <= ?", arguments: [time - StoreLimits.eventRetention])
    }

    /// The next number of a sequence that never gives one twice.
    func nextNumber(of name: String) throws -> Int64 {
        try Int64.fetchOne(
            db,
            sql: """
                INSERT INTO counter (name, value) VALUES (?, 1)
                ON CONFLICT (name) DO UPDATE SET value = value + 1 RETURNING value
                """, arguments: [name]) ?? 0
    }
}
