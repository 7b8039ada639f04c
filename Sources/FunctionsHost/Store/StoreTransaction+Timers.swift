// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
import GRDB

extension StoreTransaction {
    func timerStatus(_ function: String) throws -> TimerTick.Status? {
        try Row.fetchOne(db, sql: "SELECT * FROM timer WHERE function = ?", arguments: [function]).map { row in
            let last: Int64? = row["last"], updated: Int64? = row["updated"]
            return TimerTick.Status(
                last: last.map(StoreTime.date), next: StoreTime.date(row["next"]), updated: updated.map(StoreTime.date))
        }
    }

    func setTimerStatus(_ status: TimerTick.Status, of function: String) throws {
        try db.execute(
            sql: """
                INSERT INTO timer (function, last, next, updated) VALUES (?, ?, ?, ?)
                ON CONFLICT (function) DO UPDATE SET
                    last = excluded.last, next = excluded.next, updated = excluded.updated
                """,
            arguments: [
                function, status.last.map(StoreTime.of), StoreTime.of(status.next), status.updated.map(StoreTime.of),
            ])
    }
}
