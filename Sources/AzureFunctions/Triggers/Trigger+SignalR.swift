// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

extension Trigger where Payload == SignalRInvocation {
    /// A message that a client sends to a SignalR hub (host contract §7.11).
    ///
    /// What the function returns by ``Output/returnValue`` goes back to the client.
    ///
    /// - Parameters:
    ///   - hub: The hub.
    ///   - event: The method that the client calls.
    ///   - parameters: Names for the arguments, under which binding expressions find them.
    ///   - connection: The setting with the connection string, or the prefix of an identity-based connection.
    /// - Returns: The trigger.
    public static func signalR(
        hub: String, message event: String, parameters: [String]? = nil,
        connection: String = "AzureSignalRConnectionString"
    ) -> Trigger { signalR(hub, "messages", event, parameters, connection) }

    /// A client that comes to a SignalR hub or leaves it (host contract §7.11).
    ///
    /// - Parameters:
    ///   - hub: The hub.
    ///   - event: Which of the two.
    ///   - connection: The setting with the connection string, or the prefix of an identity-based connection.
    /// - Returns: The trigger.
    public static func signalR(
        hub: String, on event: SignalRConnectionEvent, connection: String = "AzureSignalRConnectionString"
    ) -> Trigger { signalR(hub, "connections", event.rawValue, nil, connection) }

    private static func signalR(
        _ hub: String, _ category: String, _ event: String, _ parameters: [String]?, _ connection: String
    ) -> Trigger {
        Trigger(
            "signalRTrigger", "invocation",
            [
                "hubName": hub, "category": category, "event": event, "parameterNames": parameters,
                "connectionStringSetting": connection,
            ],
            problems: [
                BindingRules.name(hub, "hub"), BindingRules.name(event, "message"),
                BindingRules.connection(connection),
            ]
        ) { SignalRInvocation($0) }
    }
}
