// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import GRDB

/// The tables, and how older stores become like them.
///
/// A published migration is never changed.
enum StoreSchema {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1") { db in
            for statement in first { try db.execute(sql: statement) }
        }
        return migrator
    }

    private static let first = [
        """
        CREATE TABLE counter (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT
        """,
        // Queues of every kind: storage queues, Service Bus, events on their way to a function.
        """
        CREATE TABLE message (
            sequence INTEGER PRIMARY KEY AUTOINCREMENT, mailbox TEXT NOT NULL, id TEXT NOT NULL, body BLOB NOT NULL,
            session TEXT, properties TEXT NOT NULL, inserted INTEGER NOT NULL, expires INTEGER NOT NULL,
            visible INTEGER NOT NULL, leased INTEGER NOT NULL DEFAULT 0, dequeues INTEGER NOT NULL DEFAULT 0,
            receipt TEXT NOT NULL DEFAULT '') STRICT
        """,
        "CREATE INDEX message_order ON message (mailbox, sequence, visible)",
        """
        CREATE TABLE subscription (topic TEXT NOT NULL, name TEXT NOT NULL, PRIMARY KEY (topic, name)) STRICT
        """,
        """
        CREATE TABLE stream (
            name TEXT NOT NULL, partition INTEGER NOT NULL, next INTEGER NOT NULL, size INTEGER NOT NULL,
            PRIMARY KEY (name, partition)) STRICT
        """,
        """
        CREATE TABLE event (
            stream TEXT NOT NULL, partition INTEGER NOT NULL, sequence INTEGER NOT NULL, offset INTEGER NOT NULL,
            key TEXT, body BLOB NOT NULL, properties TEXT NOT NULL, enqueued INTEGER NOT NULL,
            PRIMARY KEY (stream, partition, sequence)) STRICT
        """,
        """
        CREATE TABLE checkpoint (
            stream TEXT NOT NULL, consumer TEXT NOT NULL, partition INTEGER NOT NULL, next INTEGER NOT NULL,
            PRIMARY KEY (stream, consumer, partition)) STRICT
        """,
        """
        CREATE TABLE document (
            container TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL, change INTEGER NOT NULL,
            PRIMARY KEY (container, id)) STRICT
        """,
        "CREATE INDEX document_change ON document (container, change)",
        """
        CREATE TABLE entity (
            tableName TEXT NOT NULL, partitionKey TEXT NOT NULL, rowKey TEXT NOT NULL, body TEXT NOT NULL,
            PRIMARY KEY (tableName, partitionKey, rowKey)) STRICT
        """,
        """
        CREATE TABLE blob (
            container TEXT NOT NULL, path TEXT NOT NULL, etag TEXT NOT NULL, contentType TEXT NOT NULL,
            metadata TEXT NOT NULL, PRIMARY KEY (container, path)) STRICT
        """,
        """
        CREATE TABLE blobReceipt (
            function TEXT NOT NULL, container TEXT NOT NULL, path TEXT NOT NULL, etag TEXT NOT NULL,
            PRIMARY KEY (function, container, path)) STRICT
        """,
        """
        CREATE TABLE timer (function TEXT PRIMARY KEY, last INTEGER, next INTEGER NOT NULL, updated INTEGER) STRICT
        """,
    ]
}
