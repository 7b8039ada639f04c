// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

extension Output where Value: Encodable & Sendable {
    /// A blob: its content for a value, nothing for nil (host contract §8.3).
    ///
    /// A `String` or `[UInt8]` is written as it is, anything else as JSON; an array is one document.
    ///
    /// - Parameters:
    ///   - path: Container and name such as `thumbnails/{name}`; `%SETTING%` and `{expression}` are replaced, `{rand-guid}`
    ///     by a new identifier.
    ///   - connection: The setting with the connection string, or the prefix of an identity-based connection.
    /// - Returns: The output.
    public static func blob(_ path: String, connection: String = "AzureWebJobsStorage") -> Output {
        Output(
            "blob", ["path": path, "connection": connection], as: .document,
            problems: [BindingRules.name(path, "path"), BindingRules.connection(connection)])
    }
}
