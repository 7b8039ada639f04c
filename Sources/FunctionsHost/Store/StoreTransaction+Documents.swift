// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
import GRDB
import StrictJSON

extension StoreTransaction {
    private static let changes = "documents"

    /// Writes a document by its `id`, in place of one with the same.
    mutating func upsert(_ document: JSONObject, in container: String) throws {
        guard let id = document["id"]?.string, !id.isEmpty, id.utf8.count <= 1_023 else {
            throw StoreError(
                .invalid,
                "The input content is invalid because the required properties - 'id; ' - are missing: a document of "
                    + "'\(container)' needs an \"id\" that is a text.")
        }
        let text = Self.text(document)
        try StoreLimits.check(text.utf8.count, StoreLimits.document, "The document '\(id)'")
        try db.execute(
            sql: """
                INSERT INTO document (container, id, body, change) VALUES (?, ?, ?, ?)
                ON CONFLICT (container, id) DO UPDATE SET body = excluded.body, change = excluded.change
                """, arguments: [container, id, text, try nextNumber(of: Self.changes)])
        touch(.documents(container))
    }

    func document(_ id: String, in container: String) throws -> JSONValue? {
        try String.fetchOne(
            db, sql: "SELECT body FROM document WHERE container = ? AND id = ?", arguments: [container, id]
        ).flatMap(Self.parse)
    }

    /// The documents of a container, in the order of their last change.
    func documents(in container: String, limit: Int) throws -> [JSONValue] {
        try String.fetchAll(
            db, sql: "SELECT body FROM document WHERE container = ? ORDER BY change LIMIT ?",
            arguments: [container, limit]
        ).compactMap(Self.parse)
    }

    /// The documents that changed at or after a number, each once, in order.
    func changes(in container: String, from number: Int64, limit: Int) throws -> [(document: JSONValue, number: Int64)]
    {
        try Row.fetchAll(
            db, sql: "SELECT body, change FROM document WHERE container = ? AND change >= ? ORDER BY change LIMIT ?",
            arguments: [container, number, limit]
        ).compactMap { row in Self.parse(row["body"]).map { ($0, row["change"]) } }
    }

    /// The number that the next change will have at least.
    func nextChange() throws -> Int64 {
        (try Int64.fetchOne(db, sql: "SELECT value FROM counter WHERE name = ?", arguments: [Self.changes]) ?? 0) + 1
    }

    /// Removes a document; the change feed does not tell of it.
    ///
    /// - Returns: Whether there was one.
    func deleteDocument(_ id: String, in container: String) throws -> Bool {
        try db.execute(sql: "DELETE FROM document WHERE container = ? AND id = ?", arguments: [container, id])
        return db.changesCount > 0
    }

    private static func parse(_ text: String) -> JSONValue? {
        try? JSONValue(
            parsing: Array(text.utf8),
            limits: JSONLimits(bytes: StoreLimits.document, depth: 64, members: 65_536, values: 1 << 20))
    }
}
