// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

extension Output where Value: Encodable & Sendable {
    /// Messages to a Service Bus queue: one for a value, several for an array, none for nil.
    ///
    /// A `String` is sent as it is, anything else as JSON. Messages are text: bytes must be UTF-8.
    ///
    /// - Parameters:
    ///   - queue: The queue; `%SETTING%` and `{expression}` are replaced.
    ///   - connection: The setting with the connection string, or the prefix of an identity-based connection.
    ///   - accessRights: What the connection may do; the host's default is to manage.
    /// - Returns: The output.
    public static func serviceBusQueue(
        _ queue: String, connection: String, accessRights: AccessRights? = nil
    ) -> Output {
        Output(
            "serviceBus",
            ["queueName": queue, "connection": connection, "accessRights": accessRights?.rawValue], as: .text,
            problems: [BindingRules.name(queue, "queue"), BindingRules.connection(connection)])
    }

    /// Messages to a Service Bus topic: one for a value, several for an array, none for nil.
    ///
    /// A `String` is sent as it is, anything else as JSON. Messages are text: bytes must be UTF-8.
    ///
    /// - Parameters:
    ///   - topic: The topic; `%SETTING%` and `{expression}` are replaced.
    ///   - connection: The setting with the connection string, or the prefix of an identity-based connection.
    ///   - subscription: A subscription, where the host is to create it.
    ///   - accessRights: What the connection may do; the host's default is to manage.
    /// - Returns: The output.
    public static func serviceBusTopic(
        _ topic: String, connection: String, subscription: String? = nil, accessRights: AccessRights? = nil
    ) -> Output {
        Output(
            "serviceBus",
            [
                "topicName": topic, "connection": connection, "subscriptionName": subscription,
                "accessRights": accessRights?.rawValue,
            ], as: .text,
            problems: [BindingRules.name(topic, "topic"), BindingRules.connection(connection)])
    }
}
