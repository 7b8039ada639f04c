// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

extension Input where Value: Decodable {
    /// The content of a blob (host contract §7.6).
    ///
    /// - Parameters:
    ///   - path: Container and name such as `prices/{sku}.json`; `%SETTING%` and `{expression}` are replaced.
    ///   - connection: The setting with the connection string, or the prefix of an identity-based connection.
    ///   - content: What the blob holds: `[UInt8]` for its bytes, `String` for its text, else its JSON. An optional of
    ///     these is nil when there is no such blob; otherwise the invocation fails.
    /// - Returns: The input.
    public static func blob(
        _ path: String, connection: String = "AzureWebJobsStorage", of content: Value.Type = Value.self
    ) -> Input {
        Input(
            "blob", ["path": path, "connection": connection],
            problems: [BindingRules.name(path, "path"), BindingRules.connection(connection)])
    }
}
