// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

extension Input where Value == SignalRConnectionInfo {
    /// An address with a token by which a client connects to a SignalR hub (host contract §7.11).
    ///
    /// - Parameters:
    ///   - hub: The hub; `%SETTING%` is replaced.
    ///   - userID: The user that the token is for, mostly an `{expression}` such as `{headers.x-ms-client-principal-id}`.
    ///   - idToken: A token whose claims go into the client's, mostly an `{expression}`.
    ///   - claimTypes: Which of its claims.
    ///   - connection: The setting with the connection string, or the prefix of an identity-based connection.
    /// - Returns: The input.
    public static func signalRConnectionInfo(
        hub: String, userID: String? = nil, idToken: String? = nil, claimTypes: [String]? = nil,
        connection: String = "AzureSignalRConnectionString"
    ) -> Input {
        Input(
            "signalRConnectionInfo",
            [
                "hubName": hub, "userId": userID, "idToken": idToken, "claimTypeList": claimTypes,
                "connectionStringSetting": connection,
            ], problems: [BindingRules.name(hub, "hub"), BindingRules.connection(connection)])
    }
}
