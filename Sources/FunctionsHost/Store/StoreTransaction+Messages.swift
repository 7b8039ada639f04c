// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
import GRDB
import StrictJSON

extension StoreTransaction {
    /// Stores a message.
    mutating func add(_ message: NewMessage, to mailbox: Mailbox, now: Date) throws {
        let time = StoreTime.of(now)
        try db.execute(
            sql: """
                INSERT INTO message (mailbox, id, body, session, properties, inserted, expires, visible)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                mailbox.text, message.id, Data(message.body), message.session, Self.text(message.properties), time,
                time + Self.milliseconds(message.timeToLive), time + Self.milliseconds(message.delay),
            ])
        touch(.mailbox(mailbox))
    }

    /// Takes the oldest messages that can be seen, each for one taker until it is deleted, released or moved.
    ///
    /// In sessions, the messages of each are given out one after another. Nobody else sees what is taken for the time
    /// that `invisible` says.
    func take(
        _ count: Int, from mailbox: Mailbox, isInSessions: Bool = false, invisible: Duration, now: Date
    ) throws -> [StoredMessage] {
        let time = StoreTime.of(now)
        let sessions =
            isInSessions
            ? """
            AND session IS NOT NULL AND sequence = (
                SELECT min(sequence) FROM message AS other
                WHERE other.mailbox = message.mailbox AND other.session = message.session AND other.expires > ?2)
            """ : ""
        let sequences = try Int64.fetchAll(
            db,
            sql: """
                SELECT sequence FROM message WHERE mailbox = ?1 AND visible <= ?2 AND expires > ?2
                \(sessions) ORDER BY sequence LIMIT ?3
                """, arguments: [mailbox.text, time, count])
        return try sequences.compactMap { sequence in
            try Row.fetchOne(
                db,
                sql: """
                    UPDATE message SET leased = 1, dequeues = dequeues + 1, visible = ?, receipt = ? WHERE sequence = ?
                    RETURNING *
                    """,
                arguments: [time + Self.milliseconds(invisible), GUID.random(), sequence]
            ).map(StoredMessage.init)
        }
    }

    /// Deletes a message that has been dealt with.
    mutating func delete(_ message: StoredMessage, from mailbox: Mailbox) throws {
        try db.execute(sql: "DELETE FROM message WHERE sequence = ?", arguments: [message.sequence])
        // The next one of its session may come.
        if message.session != nil { touch(.mailbox(mailbox)) }
    }

    /// Gives a message back; unless the delivery counts, its number is restored.
    mutating func release(
        _ message: StoredMessage, to mailbox: Mailbox, after delay: Duration, counts: Bool = true, now: Date
    ) throws {
        try db.execute(
            sql: """
                UPDATE message SET leased = 0, visible = ?, dequeues = max(0, dequeues - ?) WHERE sequence = ?
                """,
            arguments: [StoreTime.of(now) + Self.milliseconds(delay), counts ? 0 : 1, message.sequence])
        touch(.mailbox(mailbox))
    }

    /// Moves a message to another mailbox, where it starts anew.
    mutating func move(
        _ message: StoredMessage, from source: Mailbox, to mailbox: Mailbox, properties: JSONObject, now: Date
    ) throws {
        try delete(message, from: source)
        var copy = NewMessage(body: message.body, session: message.session, properties: message.properties)
        copy.id = message.id
        for member in properties { copy.properties[member.name] = member.value }
        try add(copy, to: mailbox, now: now)
    }

    /// When the next message can be seen; nil when there is none.
    func nextVisible(in mailbox: Mailbox) throws -> Date? {
        try Int64.fetchOne(
            db, sql: "SELECT min(visible) FROM message WHERE mailbox = ?", arguments: [mailbox.text]
        ).map(StoreTime.date)
    }

    /// Deletes what has expired.
    func deleteExpired(in mailbox: Mailbox, now: Date) throws {
        try db.execute(
            sql: "DELETE FROM message WHERE mailbox = ?1 AND visible <= ?2 AND expires <= ?2",
            arguments: [mailbox.text, StoreTime.of(now)])
    }

    static func text(_ object: JSONObject) -> String {
        String(decoding: JSONValue.object(object).serialized(), as: UTF8.self)
    }

    static func milliseconds(_ duration: Duration) -> Int64 {
        duration.components.seconds * 1_000 + duration.components.attoseconds / 1_000_000_000_000_000
    }
}
