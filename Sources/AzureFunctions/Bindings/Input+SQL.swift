// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

extension Input where Value: Decodable {
    /// The rows that an Azure SQL query or procedure gives.
    ///
    /// - Parameters:
    ///   - command: The query with `@parameters`, or the procedure's name.
    ///   - connection: The setting with the connection string.
    ///   - isProcedure: Whether the command is the name of a stored procedure.
    ///   - parameters: Values such as `@Id={id},@Done=null`.
    ///   - rows: An array of what a row is, such as `[Item].self`.
    /// - Returns: The input.
    public static func sql(
        _ command: String, connection: String, isProcedure: Bool = false, parameters: String? = nil,
        of rows: Value.Type = Value.self
    ) -> Input { rowsInput("sql", command, connection, isProcedure, parameters) }

    /// The rows that a MySQL query or procedure gives.
    ///
    /// - Parameters:
    ///   - command: The query with `@parameters`, or the procedure's name.
    ///   - connection: The setting with the connection string.
    ///   - isProcedure: Whether the command is the name of a stored procedure.
    ///   - parameters: Values such as `@Id={id},@Done=null`.
    ///   - rows: An array of what a row is, such as `[Item].self`.
    /// - Returns: The input.
    public static func mySQL(
        _ command: String, connection: String, isProcedure: Bool = false, parameters: String? = nil,
        of rows: Value.Type = Value.self
    ) -> Input { rowsInput("mysql", command, connection, isProcedure, parameters) }

    private static func rowsInput(
        _ type: String, _ command: String, _ connection: String, _ isProcedure: Bool, _ parameters: String?
    ) -> Input {
        Input(
            type,
            [
                "commandText": command, "connectionStringSetting": connection,
                "commandType": isProcedure ? "StoredProcedure" : "Text", "parameters": parameters,
            ], problems: [BindingRules.name(command, "command"), BindingRules.connection(connection)])
    }
}
