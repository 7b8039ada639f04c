// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

extension Trigger where Payload: Decodable & Sendable {
    /// Events of a Kafka topic (host contract §7.12).
    ///
    /// The host moves on past events whose function threw: use a retry policy, or keep what failed.
    ///
    /// - Parameters:
    ///   - topic: The topic; `%SETTING%` is replaced by a setting's value.
    ///   - brokers: Host and port of each broker, or `%SETTING%`.
    ///   - event: What the value of an event is: `String` for its text, `[UInt8]` for its bytes, else its JSON; a
    ///     ``KafkaEvent`` of these has key, headers and offset too. An array asks the host for a batch.
    ///   - consumerGroup: The consumer group; `$Default` when nil.
    ///   - eventHubConnection: The setting with the connection string of an event hub that is read by Kafka's protocol.
    ///   - schemas: How values and keys are serialized.
    ///   - security: How the brokers are reached.
    ///   - lagThreshold: Events not yet read for each instance of the app before another is started; 1,000 when nil.
    /// - Returns: The trigger.
    public static func kafka(
        _ topic: String, brokers: [String], of event: Payload.Type = Payload.self, consumerGroup: String? = nil,
        eventHubConnection: String? = nil, schemas: KafkaSchemas = KafkaSchemas(),
        security: KafkaSecurity = KafkaSecurity(), lagThreshold: Int? = nil
    ) -> Trigger {
        var fields: BindingFields = [
            "topic": topic, "brokerList": brokers.joined(separator: ","), "consumerGroup": consumerGroup,
            "eventHubConnectionString": eventHubConnection, "lagThreshold": lagThreshold,
        ]
        fields = fields.merging(schemas.fields).merging(security.fields)
        let problems = [
            BindingRules.name(topic, "topic"), BindingRules.name(brokers.joined(), "brokers"),
            BindingRules.connection(eventHubConnection, "eventHubConnection"),
            consumerGroup.flatMap { BindingRules.name($0, "consumerGroup") },
            BindingRules.number(lagThreshold, "lagThreshold", in: 1...Int(Int32.max)),
        ]
        guard Payload.self != [UInt8].self, let batch = Payload.self as? any (BatchPayload & Sendable).Type else {
            fields["cardinality"] = "one"
            fields["dataType"] = Payload.self == [UInt8].self ? "binary" : "string"
            return Trigger("kafkaTrigger", "event", fields, problems: problems + security.problems) { value in
                try KafkaPayload.decode(Payload.self, from: value)
            }
        }
        fields["cardinality"] = "many"
        fields["dataType"] = batch.elementType == [UInt8].self ? "binary" : "string"
        return Trigger("kafkaTrigger", "events", fields, problems: problems + security.problems) { value in
            guard let payload = try batch.decodeBatch(value, KafkaPayload.self) as? Payload else {
                throw UnreadableValue(Payload.self, "it is of another type.")
            }
            return payload
        }
    }
}
