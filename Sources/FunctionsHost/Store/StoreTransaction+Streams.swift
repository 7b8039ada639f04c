// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
import GRDB

extension StoreTransaction {
    /// How many partitions each stream has.
    static let partitionCount = 4

    /// Appends events.
    ///
    /// Those with a key go where the key says; the others of one call stay together.
    mutating func append(_ events: [NewEvent], to stream: String, now: Date) throws {
        let shared = Int(try nextNumber(of: "stream/" + stream) % Int64(Self.partitionCount))
        for event in events {
            let partition = event.key.map(Self.partition) ?? shared
            let place = try Row.fetchOne(
                db,
                sql: """
                    INSERT INTO stream (name, partition, next, size) VALUES (?1, ?2, 1, ?3)
                    ON CONFLICT (name, partition) DO UPDATE SET next = next + 1, size = size + ?3 RETURNING next, size
                    """, arguments: [stream, partition, event.body.count + 24])
            guard let place else { continue }
            let sequence: Int64 = place["next"], size: Int64 = place["size"]
            try db.execute(
                sql: """
                    INSERT INTO event (stream, partition, sequence, offset, key, body, properties, enqueued)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    stream, partition, sequence - 1, size - Int64(event.body.count + 24), event.key, Data(event.body),
                    Self.text(event.properties), StoreTime.of(now),
                ])
        }
        touch(.stream(stream))
    }

    /// The events of a partition that a consumer has not passed.
    func events(of stream: String, partition: Int, after consumer: String, limit: Int) throws -> [StoredEvent] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT * FROM event WHERE stream = ?1 AND partition = ?2 AND sequence >= coalesce(
                    (SELECT next FROM checkpoint WHERE stream = ?1 AND partition = ?2 AND consumer = ?3), 0)
                ORDER BY sequence LIMIT ?4
                """, arguments: [stream, partition, consumer, limit]
        ).map(StoredEvent.init)
    }

    /// Notes how far a consumer has come: the next sequence number that it wants.
    func checkpoint(_ stream: String, partition: Int, consumer: String, next: Int64) throws {
        try db.execute(
            sql: """
                INSERT INTO checkpoint (stream, consumer, partition, next) VALUES (?, ?, ?, ?)
                ON CONFLICT (stream, consumer, partition) DO UPDATE SET next = excluded.next
                """, arguments: [stream, consumer, partition, next])
    }

    /// How far a consumer has come; nil when it never came.
    func position(of consumer: String, in stream: String, partition: Int) throws -> Int64? {
        try Int64.fetchOne(
            db, sql: "SELECT next FROM checkpoint WHERE stream = ? AND consumer = ? AND partition = ?",
            arguments: [stream, consumer, partition])
    }

    /// Where the next event of a partition will stand.
    func head(of stream: String, partition: Int) throws -> Int64 {
        try Int64.fetchOne(
            db, sql: "SELECT next FROM stream WHERE name = ? AND partition = ?", arguments: [stream, partition]) ?? 0
    }

    /// FNV-1a: the same key always gives the same partition.
    private static func partition(_ key: String) -> Int {
        let hash = key.utf8.reduce(UInt64(0xCBF2_9CE4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        return Int(hash % UInt64(partitionCount))
    }
}
