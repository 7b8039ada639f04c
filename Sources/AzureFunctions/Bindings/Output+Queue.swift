// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

extension Output where Value: Encodable & Sendable {
    /// Messages of a storage queue: one for a value, several for an array, none for nil.
    ///
    /// A `String` or `[UInt8]` is sent as it is, anything else as JSON. Several items must be text.
    ///
    /// - Parameters:
    ///   - queue: The queue; `%SETTING%` and `{expression}` are replaced.
    ///   - connection: The setting with the connection string, or the prefix of an identity-based connection.
    /// - Returns: The output.
    public static func queue(_ queue: String, connection: String = "AzureWebJobsStorage") -> Output {
        Output(
            "queue", ["queueName": queue, "connection": connection], as: .bytes,
            problems: [BindingRules.name(queue, "queue"), BindingRules.connection(connection)])
    }
}
