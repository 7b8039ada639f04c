// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

extension Trigger {
    /// Rows of an Azure SQL table that were inserted, updated or deleted.
    ///
    /// The table needs change tracking. When the handler throws, the host sends the same changes again, five times at
    /// most.
    ///
    /// - Parameters:
    ///   - table: The table, such as `dbo.ToDo`.
    ///   - connection: The setting with the connection string.
    ///   - row: What a row is. Of a deleted row only the primary key is there, so other members must be optional.
    ///   - leasesTable: The table in which the host keeps its place; one named after function and table when nil.
    /// - Returns: The trigger.
    public static func sql<Row: Decodable & Sendable>(
        _ table: String, connection: String, of row: Row.Type = Row.self, leasesTable: String? = nil
    ) -> Trigger where Payload == [SQLChange<Row>] {
        changes("sqlTrigger", table, connection, leasesTable)
    }

    /// Rows of a MySQL table that were inserted or updated.
    ///
    /// The table needs a column `az_func_updated_at`. The host cannot tell inserts from updates and does not see
    /// deletions.
    ///
    /// - Parameters:
    ///   - table: The table.
    ///   - connection: The setting with the connection string.
    ///   - row: What a row is.
    ///   - leasesTable: The table in which the host keeps its place; one named after function and table when nil.
    /// - Returns: The trigger.
    public static func mySQL<Row: Decodable & Sendable>(
        _ table: String, connection: String, of row: Row.Type = Row.self, leasesTable: String? = nil
    ) -> Trigger where Payload == [MySQLChange<Row>] {
        changes("mysqlTrigger", table, connection, leasesTable)
    }

    private static func changes(
        _ type: String, _ table: String, _ connection: String, _ leasesTable: String?
    ) -> Trigger where Payload: Decodable {
        Trigger(
            type, "changes",
            ["tableName": table, "connectionStringSetting": connection, "leasesTableName": leasesTable],
            problems: [
                BindingRules.name(table, "table"), BindingRules.connection(connection),
                leasesTable.flatMap { BindingRules.name($0, "leasesTable") },
            ]
        ) { try $0.decode(Payload.self) }
    }
}
