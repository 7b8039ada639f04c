// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

extension Trigger where Payload: Decodable & Sendable {
    /// Messages of a Service Bus queue (host contract §7.7).
    ///
    /// The host completes the messages when the handler returns and abandons them when it throws; after the queue's
    /// delivery count they go to its dead-letter queue. ``BindingValues/serviceBusMessage`` tells what else is known.
    ///
    /// - Parameters:
    ///   - queue: The queue; `%SETTING%` is replaced by a setting's value.
    ///   - connection: The setting with the connection string, or the prefix of an identity-based connection.
    ///   - message: What a message is: `String` for its text, `[UInt8]` for its bytes, else its JSON. An array of these
    ///     asks the host for a batch.
    ///   - usesSessions: Whether the queue has sessions.
    ///   - completesAutomatically: Whether the host completes messages after success; its default is yes, and a custom
    ///     handler has no other way to complete them.
    ///   - accessRights: What the connection may do; the host's default is to manage.
    /// - Returns: The trigger.
    public static func serviceBusQueue(
        _ queue: String, connection: String, of message: Payload.Type = Payload.self, usesSessions: Bool? = nil,
        completesAutomatically: Bool? = nil, accessRights: AccessRights? = nil
    ) -> Trigger {
        serviceBus(
            ["queueName": queue, "connection": connection], usesSessions, completesAutomatically, accessRights,
            [BindingRules.name(queue, "queue"), BindingRules.connection(connection)])
    }

    /// Messages of a subscription to a Service Bus topic (host contract §7.7).
    ///
    /// The host completes the messages when the handler returns and abandons them when it throws; after the
    /// subscription's delivery count they go to its dead-letter queue. ``BindingValues/serviceBusMessage`` tells what
    /// else is known.
    ///
    /// - Parameters:
    ///   - topic: The topic; `%SETTING%` is replaced by a setting's value.
    ///   - subscription: The subscription; `%SETTING%` is replaced by a setting's value.
    ///   - connection: The setting with the connection string, or the prefix of an identity-based connection.
    ///   - message: What a message is: `String` for its text, `[UInt8]` for its bytes, else its JSON. An array of these
    ///     asks the host for a batch.
    ///   - usesSessions: Whether the subscription has sessions.
    ///   - completesAutomatically: Whether the host completes messages after success; its default is yes, and a custom
    ///     handler has no other way to complete them.
    ///   - accessRights: What the connection may do; the host's default is to manage.
    /// - Returns: The trigger.
    public static func serviceBusTopic(
        _ topic: String, subscription: String, connection: String, of message: Payload.Type = Payload.self,
        usesSessions: Bool? = nil, completesAutomatically: Bool? = nil, accessRights: AccessRights? = nil
    ) -> Trigger {
        serviceBus(
            ["topicName": topic, "subscriptionName": subscription, "connection": connection], usesSessions,
            completesAutomatically, accessRights,
            [
                BindingRules.name(topic, "topic"), BindingRules.name(subscription, "subscription"),
                BindingRules.connection(connection),
            ])
    }

    private static func serviceBus(
        _ fields: BindingFields, _ usesSessions: Bool?, _ completesAutomatically: Bool?, _ accessRights: AccessRights?,
        _ problems: [Problem.Draft?]
    ) -> Trigger {
        Trigger(
            "serviceBusTrigger", one: "message", many: "messages",
            fields.merging([
                "isSessionsEnabled": usesSessions, "autoCompleteMessages": completesAutomatically,
                "accessRights": accessRights?.rawValue,
            ]), problems: problems)
    }
}
