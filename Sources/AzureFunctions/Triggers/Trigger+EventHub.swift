// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

extension Trigger where Payload: Decodable & Sendable {
    /// Events of an event hub (host contract §7.8).
    ///
    /// The host moves on past events whose function threw: use a retry policy, or keep what failed.
    /// ``BindingValues/eventHubEvent`` and ``BindingValues/eventHubEvents`` tell what else is known.
    ///
    /// - Parameters:
    ///   - eventHub: The event hub; `%SETTING%` is replaced by a setting's value.
    ///   - connection: The setting with the connection string, or the prefix of an identity-based connection.
    ///   - event: What an event is: `String` for its text, `[UInt8]` for its bytes, else its JSON. An array of these asks
    ///     the host for a batch, which is how event hubs are fast.
    ///   - consumerGroup: The consumer group; `$Default` when nil.
    /// - Returns: The trigger.
    public static func eventHub(
        _ eventHub: String, connection: String, of event: Payload.Type = Payload.self, consumerGroup: String? = nil
    ) -> Trigger {
        Trigger(
            "eventHubTrigger", one: "event", many: "events",
            ["eventHubName": eventHub, "connection": connection, "consumerGroup": consumerGroup],
            problems: [
                BindingRules.name(eventHub, "eventHub"), BindingRules.connection(connection),
                consumerGroup.flatMap { BindingRules.name($0, "consumerGroup") },
            ])
    }
}
