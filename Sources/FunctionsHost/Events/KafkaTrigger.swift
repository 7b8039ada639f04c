// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
import StrictJSON

/// What a `kafkaTrigger` gives to its function (host contract §7.12).
struct KafkaTrigger: Sendable {
    let topic: String
    let binding: FunctionBinding

    init?(_ binding: FunctionBinding) {
        guard let topic = binding.text("topic") else { return nil }
        self.topic = topic
        self.binding = binding
    }

    func input(_ events: [StoredEvent]) -> TriggerInput {
        var input = TriggerInput(data: .null, reason: "(null)")
        let values = events.map(json)
        if TriggerValue.isMany(binding) {
            let isText = binding.text("dataType")?.lowercased() == "string"
            input.data = WireValue.encode(
                .array(values.map { isText ? .string(String(decoding: $0.serialized(), as: UTF8.self)) : $0 }))
            for name in ["Key", "Partition", "Topic", "Timestamp", "Offset", "Headers"] {
                input.metadata.set(
                    name + "Array", WireValue.encode(.array(values.map { $0[name] ?? .null })))
            }
        } else if let event = events.first, let value = values.first {
            let bytes = value.serialized()
            input.data = binding.isBinary ? TriggerValue.one(event.body, binding) : TriggerValue.one(bytes, binding)
            for member in value.object ?? [:] where member.name != "Value" {
                input.metadata.set(member.name, WireValue.encode(member.value))
            }
            if !binding.isBinary { input.metadata.overlay(bytes) }
        }
        return input
    }

    /// An event as the extension writes it; a key that is absent is left out.
    private func json(_ event: StoredEvent) -> JSONValue {
        var object: JSONObject = [
            "Offset": .integer(event.sequence), "Partition": .integer(Int64(event.partition)), "Topic": .string(topic),
            "Timestamp": .string(HostDate.milliseconds(event.enqueued)), "Value": .string(event.text),
        ]
        if let key = event.key { object["Key"] = .string(key) }
        object["Headers"] = .array(
            event.properties.map { ["Key": .string($0.name), "Value": .string(DotNetText.of($0.value))] })
        return .object(object)
    }

    func listener(_ function: FunctionMetadata, invoker: Invoker, store: LocalStore) -> StreamListener {
        StreamListener(
            function: function, stream: "kafka/" + topic,
            consumer: "\(binding.text("consumerGroup") ?? "$Default")/\(function.name)",
            batchSize: invoker.configuration.extensions.kafka.maxBatchSize, isMany: TriggerValue.isMany(binding),
            startsAtBeginning: true, invoker: invoker, store: store, input: input)
    }
}
