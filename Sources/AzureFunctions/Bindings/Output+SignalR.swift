// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

extension Output where Value: Encodable & Sendable {
    /// Messages to clients of a SignalR hub, or changes of its groups: one for a value, several for an array, none for nil.
    ///
    /// Return ``SignalRMessage`` or ``SignalRGroupAction``.
    ///
    /// - Parameters:
    ///   - hub: The hub; `%SETTING%` is replaced.
    ///   - connection: The setting with the connection string, or the prefix of an identity-based connection.
    /// - Returns: The output.
    public static func signalR(hub: String, connection: String = "AzureSignalRConnectionString") -> Output {
        Output(
            "signalR", ["hubName": hub, "connectionStringSetting": connection], as: .objects,
            problems: [BindingRules.name(hub, "hub"), BindingRules.connection(connection)])
    }
}
