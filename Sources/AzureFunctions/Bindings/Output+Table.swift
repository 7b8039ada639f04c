// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

extension Output where Value: Encodable & Sendable {
    /// Rows of a storage table: one for a value, several for an array, none for nil.
    ///
    /// Each is a JSON object with `PartitionKey` and `RowKey`, unless these are given here. A row that is there makes the
    /// invocation fail.
    ///
    /// - Parameters:
    ///   - table: The table; `%SETTING%` and `{expression}` are replaced.
    ///   - connection: The setting with the connection string, or the prefix of an identity-based connection.
    ///   - partitionKey: The partition of all rows; `{expression}` is replaced.
    ///   - rowKey: The key of the row; `{expression}` is replaced.
    /// - Returns: The output.
    public static func table(
        _ table: String, connection: String = "AzureWebJobsStorage", partitionKey: String? = nil, rowKey: String? = nil
    ) -> Output {
        Output(
            "table",
            ["tableName": table, "connection": connection, "partitionKey": partitionKey, "rowKey": rowKey],
            as: .objects, problems: [BindingRules.name(table, "table"), BindingRules.connection(connection)])
    }
}
