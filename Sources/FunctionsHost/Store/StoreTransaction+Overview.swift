// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
import GRDB
import StrictJSON

extension StoreTransaction {
    /// The mailboxes that hold messages.
    func mailboxes() throws -> [MailboxSummary] {
        try Row.fetchAll(
            db,
            sql:
                "SELECT mailbox, count(*) AS total, sum(leased) AS taken FROM message GROUP BY mailbox ORDER BY mailbox"
        ).map { MailboxSummary(text: $0["mailbox"], count: $0["total"], invisible: $0["taken"]) }
    }

    /// The oldest messages of a mailbox, without taking them.
    func peek(_ count: Int, in mailbox: Mailbox) throws -> [StoredMessage] {
        try Row.fetchAll(
            db, sql: "SELECT * FROM message WHERE mailbox = ? ORDER BY sequence LIMIT ?",
            arguments: [mailbox.text, count]
        ).map(StoredMessage.init)
    }

    /// Removes the messages that nobody is being given.
    ///
    /// - Returns: How many there were.
    mutating func clear(_ mailbox: Mailbox) throws -> Int {
        try db.execute(sql: "DELETE FROM message WHERE mailbox = ? AND leased = 0", arguments: [mailbox.text])
        return db.changesCount
    }

    /// The youngest events of a stream, oldest first.
    func latest(_ count: Int, in stream: String) throws -> [StoredEvent] {
        try Row.fetchAll(
            db, sql: "SELECT * FROM event WHERE stream = ? ORDER BY enqueued DESC, rowid DESC LIMIT ?",
            arguments: [stream, count]
        ).map(StoredEvent.init).reversed()
    }

    /// How far the consumers of a stream are behind.
    func consumers(of stream: String) throws -> [JSONValue] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT consumer, sum(stream.next - checkpoint.next) AS behind FROM checkpoint
                JOIN stream ON stream.name = checkpoint.stream AND stream.partition = checkpoint.partition
                WHERE checkpoint.stream = ? GROUP BY consumer ORDER BY consumer
                """, arguments: [stream]
        ).map { row in
            ["name": .string(row["consumer"]), "behind": .integer(row["behind"])]
        }
    }

    /// Everything at a glance.
    func overview(containers: [String]) throws -> JSONValue {
        func names(_ sql: String) throws -> [(name: String, count: Int64)] {
            try Row.fetchAll(db, sql: sql).map { ($0[0], $0[1]) }
        }
        let streams = try names("SELECT name, sum(next) FROM stream GROUP BY name ORDER BY name")
        let documents = try names("SELECT container, count(*) FROM document GROUP BY container ORDER BY container")
        let tables = try names("SELECT tableName, count(*) FROM entity GROUP BY tableName ORDER BY tableName")
        let timers = try Row.fetchAll(db, sql: "SELECT function, last, next FROM timer ORDER BY function")
        func list(_ prefix: String) -> JSONValue {
            .array(
                streams.filter { $0.name.hasPrefix(prefix) }.map { stream in
                    ["name": .string(String(stream.name.dropFirst(prefix.count))), "events": .integer(stream.count)]
                })
        }
        return [
            "queues": .array(try mailboxes().map(\.json)),
            "eventHubs": list("eventhub/"),
            "kafka": list("kafka/"),
            "containers": .array(containers.map(JSONValue.string)),
            "documents": .array(documents.map { ["container": .string($0.name), "documents": .integer($0.count)] }),
            "tables": .array(tables.map { ["name": .string($0.name), "entities": .integer($0.count)] }),
            "timers": .array(
                timers.map { row in
                    let last: Int64? = row["last"]
                    return [
                        "function": .string(row["function"]),
                        "last": last.map { .string(HostDate.seconds(StoreTime.date($0))) } ?? .null,
                        "next": .string(HostDate.seconds(StoreTime.date(row["next"]))),
                    ]
                }),
        ]
    }
}
