// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// Takes the value out of a Kafka event, where the function does not ask for the whole event.
///
/// The host sends an event as the text of an object with `Value` (host contract §7.12), or the value alone.
enum KafkaPayload: ElementDecoder {
    static func decode<Value: Decodable>(_ type: Value.Type, from value: BindingValue) throws(UnreadableValue) -> Value
    {
        guard !(type is any WholeKafkaEvent.Type), value["Offset"] != nil, value["Topic"] != nil,
            let content = value["Value"]
        else { return try value.decode(type) }
        return try content.decode(type)
    }
}

/// Tells events from their values.
protocol WholeKafkaEvent {}

extension KafkaEvent: WholeKafkaEvent {}
