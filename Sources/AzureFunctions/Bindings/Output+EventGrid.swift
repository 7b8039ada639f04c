// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

extension Output where Value: Encodable & Sendable {
    /// Events to an Event Grid topic by its key: one for a value, several for an array, none for nil.
    ///
    /// Return ``EventGridEvent`` or ``CloudEvent``, as the topic's schema wants. Texts inside that look like dates come
    /// out as the same moment in ISO 8601.
    ///
    /// - Parameters:
    ///   - endpoint: The setting with the topic's endpoint.
    ///   - key: The setting with the topic's key.
    /// - Returns: The output.
    public static func eventGrid(endpoint: String, key: String) -> Output {
        Output(
            "eventGrid", ["topicEndpointUri": endpoint, "topicKeySetting": key], as: .objects,
            problems: [BindingRules.connection(endpoint, "endpoint"), BindingRules.connection(key, "key")])
    }

    /// Events to an Event Grid topic by an identity: one for a value, several for an array, none for nil.
    ///
    /// Return ``EventGridEvent`` or ``CloudEvent``, as the topic's schema wants. Texts inside that look like dates come
    /// out as the same moment in ISO 8601.
    ///
    /// - Parameter connection: The prefix of the settings with endpoint and identity.
    /// - Returns: The output.
    public static func eventGrid(connection: String) -> Output {
        Output(
            "eventGrid", ["connection": connection], as: .objects, problems: [BindingRules.connection(connection)])
    }
}
