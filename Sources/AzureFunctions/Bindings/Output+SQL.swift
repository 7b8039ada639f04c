// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

extension Output where Value: Encodable & Sendable {
    /// Rows of an Azure SQL table: one for a value, several for an array, none for nil.
    ///
    /// Each is a JSON object whose members are columns; a row with a primary key that is there is updated.
    ///
    /// - Parameters:
    ///   - table: The table, such as `dbo.ToDo`.
    ///   - connection: The setting with the connection string.
    /// - Returns: The output.
    public static func sql(_ table: String, connection: String) -> Output { rows("sql", table, connection) }

    /// Rows of a MySQL table: one for a value, several for an array, none for nil.
    ///
    /// Each is a JSON object whose members are columns; a row with a primary key that is there is updated.
    ///
    /// - Parameters:
    ///   - table: The table.
    ///   - connection: The setting with the connection string.
    /// - Returns: The output.
    public static func mySQL(_ table: String, connection: String) -> Output { rows("mysql", table, connection) }

    private static func rows(_ type: String, _ table: String, _ connection: String) -> Output {
        Output(
            type, ["commandText": table, "connectionStringSetting": connection], as: .objects,
            problems: [BindingRules.name(table, "table"), BindingRules.connection(connection)])
    }
}
