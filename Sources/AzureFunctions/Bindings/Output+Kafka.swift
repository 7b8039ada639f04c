// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

extension Output where Value: Encodable & Sendable {
    /// Events to a Kafka topic: one for a value, several for an array, none for nil.
    ///
    /// A `String` is sent as it is, anything else as JSON; a ``KafkaEvent`` sets key and headers too. Values are text:
    /// bytes must be UTF-8.
    ///
    /// - Parameters:
    ///   - topic: The topic; `%SETTING%` and `{expression}` are replaced.
    ///   - brokers: Host and port of each broker, or `%SETTING%`.
    ///   - schemas: How values and keys are serialized.
    ///   - security: How the brokers are reached.
    ///   - maximumMessageBytes: The largest message; 1,000,000 when nil.
    ///   - batchSize: The most messages sent at once; 10,000 when nil.
    ///   - isIdempotent: Whether each message is stored exactly once and in order; not when nil.
    ///   - messageTimeout: The time in which a message must be delivered; 300 s when nil.
    ///   - requestTimeout: The time in which a broker must acknowledge; 5 s when nil.
    ///   - maximumRetries: How often a message is sent again; 2,147,483,647 when nil.
    ///   - linger: The time for which messages are collected; 5 ms when nil.
    /// - Returns: The output.
    public static func kafka(
        _ topic: String, brokers: [String], schemas: KafkaSchemas = KafkaSchemas(),
        security: KafkaSecurity = KafkaSecurity(), maximumMessageBytes: Int? = nil, batchSize: Int? = nil,
        isIdempotent: Bool? = nil, messageTimeout: Duration? = nil, requestTimeout: Duration? = nil,
        maximumRetries: Int? = nil, linger: Duration? = nil
    ) -> Output {
        let fields: BindingFields = [
            "topic": topic, "brokerList": brokers.joined(separator: ","), "maxMessageBytes": maximumMessageBytes,
            "batchSize": batchSize, "enableIdempotence": isIdempotent,
            "messageTimeoutMs": messageTimeout?.milliseconds, "requestTimeoutMs": requestTimeout?.milliseconds,
            "maxRetries": maximumRetries, "lingerMs": linger?.milliseconds,
        ]
        let problems = [
            BindingRules.name(topic, "topic"), BindingRules.name(brokers.joined(), "brokers"),
            BindingRules.number(maximumMessageBytes, "maximumMessageBytes", in: 1...Int(Int32.max)),
            BindingRules.number(batchSize, "batchSize", in: 1...Int(Int32.max)),
            BindingRules.number(maximumRetries, "maximumRetries", in: 0...Int(Int32.max)),
            BindingRules.milliseconds(messageTimeout, "messageTimeout"),
            BindingRules.milliseconds(requestTimeout, "requestTimeout"), BindingRules.milliseconds(linger, "linger"),
        ]
        return Output(
            "kafka", fields.merging(schemas.fields).merging(security.fields), as: .text,
            problems: problems + security.problems)
    }
}
