// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
import StrictJSON

/// What an `eventHubTrigger` gives to its function (host contract §7.8).
struct EventHubTrigger: Sendable {
    let hub: String
    let consumerGroup: String
    let binding: FunctionBinding

    init?(_ binding: FunctionBinding) {
        guard let hub = binding.text("eventHubName") ?? binding.text("path") else { return nil }
        self.hub = hub
        self.binding = binding
        consumerGroup = binding.text("consumerGroup") ?? "$Default"
    }

    func input(_ events: [StoredEvent]) -> TriggerInput {
        var input = TriggerInput(data: .null, metadata: metadata(events), reason: "(null)", details: details(events))
        if TriggerValue.isMany(binding) {
            do throws(InvocationFailure) {
                input.data = try TriggerValue.many(events.map(\.body), binding)
            } catch {
                input.failure = error
            }
        } else if let event = events.first {
            input.data = TriggerValue.one(event.body, binding)
            input.metadata.overlay(event.body)
        }
        return input
    }

    private func metadata(_ events: [StoredEvent]) -> BindingData {
        var metadata = BindingData()
        metadata.set(
            "PartitionContext",
            [
                "FullyQualifiedNamespace": "localhost", "EventHubName": .string(hub),
                "ConsumerGroup": .string(consumerGroup), "PartitionId": .string("\(events.first?.partition ?? 0)"),
            ])
        metadata.set("CheckpointContext", [:])
        guard TriggerValue.isMany(binding) else {
            guard let event = events.first else { return metadata }
            if let key = event.key { metadata.set("PartitionKey", WireValue.encode(.string(key))) }
            metadata.set("Offset", WireValue.encode(.string("\(event.offset)")))
            metadata.set("SequenceNumber", WireValue.encode(.integer(event.sequence)))
            metadata.set("EnqueuedTimeUtc", .string(HostDate.bare(event.enqueued)))
            metadata.set("Properties", .object(event.properties))
            metadata.set("SystemProperties", Self.system(event))
            return metadata
        }
        func set(_ name: String, _ value: (StoredEvent) -> JSONValue) {
            metadata.set(name + "Array", WireValue.encode(.array(events.map(value))))
        }
        set("PartitionKey") { $0.key.map(JSONValue.string) ?? .null }
        set("Offset") { .string("\($0.offset)") }
        set("SequenceNumber") { .integer($0.sequence) }
        set("EnqueuedTimeUtc") { .string(HostDate.milliseconds($0.enqueued)) }
        set("Properties") { .object($0.properties) }
        set("SystemProperties", Self.system)
        return metadata
    }

    private static func system(_ event: StoredEvent) -> JSONValue {
        [
            "SequenceNumber": .integer(event.sequence), "Offset": .string("\(event.offset)"),
            "PartitionKey": event.key.map(JSONValue.string) ?? .null,
            "EnqueuedTimeUtc": .string(HostDate.milliseconds(event.enqueued)),
        ]
    }

    /// With the spelling of the extension.
    private func details(_ events: [StoredEvent]) -> String? {
        guard let first = events.first, let last = events.last else { return nil }
        guard TriggerValue.isMany(binding) else {
            return "PartionId: \(first.partition), Offset: \(first.offset), EnqueueTimeUtc: "
                + "\(HostDate.milliseconds(first.enqueued)), SequenceNumber: \(first.sequence), Count: 1"
        }
        return "PartionId: \(first.partition), Offset: \(first.offset)-\(last.offset), EnqueueTimeUtc: "
            + "\(HostDate.milliseconds(first.enqueued))-\(HostDate.milliseconds(last.enqueued)), SequenceNumber: "
            + "\(first.sequence)-\(last.sequence), Count: \(events.count)"
    }

    func listener(_ function: FunctionMetadata, invoker: Invoker, store: LocalStore) -> StreamListener {
        let settings = invoker.configuration.extensions.eventHubs
        return StreamListener(
            function: function, stream: "eventhub/" + hub.lowercased(), consumer: "\(consumerGroup)/\(function.name)",
            batchSize: settings.maxEventBatchSize, isMany: TriggerValue.isMany(binding),
            startsAtBeginning: settings.startsAtBeginning, invoker: invoker, store: store, input: input)
    }
}
