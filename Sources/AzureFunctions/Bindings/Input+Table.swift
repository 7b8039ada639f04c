// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

extension Input where Value: Decodable {
    /// A row of a storage table.
    ///
    /// - Parameters:
    ///   - table: The table; `%SETTING%` and `{expression}` are replaced.
    ///   - connection: The setting with the connection string, or the prefix of an identity-based connection.
    ///   - partitionKey: The row's partition, mostly an `{expression}`.
    ///   - rowKey: The row's key, mostly an `{expression}`.
    ///   - row: What the row is; an optional is nil when there is none, otherwise the invocation fails.
    /// - Returns: The input.
    public static func table(
        _ table: String, connection: String = "AzureWebJobsStorage", partitionKey: String, rowKey: String,
        of row: Value.Type = Value.self
    ) -> Input {
        Input(
            "table",
            ["tableName": table, "connection": connection, "partitionKey": partitionKey, "rowKey": rowKey],
            problems: [
                BindingRules.name(table, "table"), BindingRules.connection(connection),
                BindingRules.name(partitionKey, "partitionKey"), BindingRules.name(rowKey, "rowKey"),
            ])
    }

    /// Rows of a storage table.
    ///
    /// - Parameters:
    ///   - table: The table; `%SETTING%` and `{expression}` are replaced.
    ///   - connection: The setting with the connection string, or the prefix of an identity-based connection.
    ///   - partitionKey: The partition to read; all when nil.
    ///   - filter: A filter in the syntax of OData; `{expression}` is replaced.
    ///   - take: The most rows; all when nil.
    ///   - rows: An array of what a row is, such as `[Item].self`.
    /// - Returns: The input.
    public static func table(
        _ table: String, connection: String = "AzureWebJobsStorage", partitionKey: String? = nil,
        filter: String? = nil, take: Int? = nil, of rows: Value.Type = Value.self
    ) -> Input {
        Input(
            "table",
            [
                "tableName": table, "connection": connection, "partitionKey": partitionKey, "filter": filter,
                "take": take,
            ],
            problems: [
                BindingRules.name(table, "table"), BindingRules.connection(connection),
                BindingRules.number(take, "take", in: 1...Int(Int32.max)),
            ])
    }
}
