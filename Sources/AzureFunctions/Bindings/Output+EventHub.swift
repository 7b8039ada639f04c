// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

extension Output where Value: Encodable & Sendable {
    /// Events to an event hub: one for a value, several for an array, none for nil.
    ///
    /// A `String` or `[UInt8]` is sent as it is, anything else as JSON. Several items must be text.
    ///
    /// - Parameters:
    ///   - eventHub: The event hub; `%SETTING%` and `{expression}` are replaced.
    ///   - connection: The setting with the connection string, or the prefix of an identity-based connection.
    /// - Returns: The output.
    public static func eventHub(_ eventHub: String, connection: String) -> Output {
        Output(
            "eventHub", ["eventHubName": eventHub, "connection": connection], as: .bytes,
            problems: [BindingRules.name(eventHub, "eventHub"), BindingRules.connection(connection)])
    }
}
