// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import GRDB
import StrictJSON

extension StoreTransaction {
    /// Adds a row.
    ///
    /// - Throws: ``StoreError`` when there is one with these keys.
    func insert(_ entity: StoredEntity) throws {
        let text = Self.text(entity.properties)
        try StoreLimits.check(text.utf8.count, StoreLimits.entity, "The entity '\(entity.rowKey)'")
        try db.execute(
            sql: "INSERT OR IGNORE INTO entity (tableName, partitionKey, rowKey, body) VALUES (?, ?, ?, ?)",
            arguments: [entity.table, entity.partitionKey, entity.rowKey, text])
        guard db.changesCount > 0 else {
            throw StoreError(
                .conflict,
                "The specified entity already exists: '\(entity.partitionKey)', '\(entity.rowKey)' in table "
                    + "'\(entity.table)'.")
        }
    }

    func entity(_ table: String, partitionKey: String, rowKey: String) throws -> StoredEntity? {
        try Row.fetchOne(
            db, sql: "SELECT * FROM entity WHERE tableName = ? AND partitionKey = ? AND rowKey = ?",
            arguments: [table, partitionKey, rowKey]
        ).map(Self.entity)
    }

    /// The rows of a table in the order of their keys.
    func entities(_ table: String, partitionKey: String? = nil, limit: Int) throws -> [StoredEntity] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT * FROM entity WHERE tableName = ?1 AND (?2 IS NULL OR partitionKey = ?2)
                ORDER BY partitionKey, rowKey LIMIT ?3
                """, arguments: [table, partitionKey, limit]
        ).map(Self.entity)
    }

    private static func entity(_ row: Row) -> StoredEntity {
        let body: String = row["body"]
        return StoredEntity(
            table: row["tableName"], partitionKey: row["partitionKey"], rowKey: row["rowKey"],
            properties: (try? JSONValue(parsing: Array(body.utf8)))?.object ?? [:])
    }
}
