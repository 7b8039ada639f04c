// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// What the host knows about the event of a trigger, as values; nothing traps on what is missing or strange.
extension BindingValues {
    /// What is known about a message of a storage queue (host contract §7.5).
    public var queueMessage: QueueMessageProperties { QueueMessageProperties(self) }

    /// What is known about a blob (host contract §7.6).
    public var blob: BlobProperties { BlobProperties(self) }

    /// What is known about one message of Service Bus (host contract §7.7).
    public var serviceBusMessage: ServiceBusMessageProperties {
        ServiceBusMessageProperties(MetadataReader(values: self, index: nil))
    }

    /// What is known about each message of a batch of Service Bus, in the order of the batch (host contract §7.7).
    public var serviceBusMessages: [ServiceBusMessageProperties] {
        MetadataReader.all(of: self, counting: "SequenceNumber", "MessageId").map { ServiceBusMessageProperties($0) }
    }

    /// What is known about one event of an event hub (host contract §7.8).
    public var eventHubEvent: EventHubEventProperties {
        EventHubEventProperties(MetadataReader(values: self, index: nil))
    }

    /// What is known about each event of a batch of an event hub, in the order of the batch (host contract §7.8).
    public var eventHubEvents: [EventHubEventProperties] {
        MetadataReader.all(of: self, counting: "SequenceNumber", "Offset").map { EventHubEventProperties($0) }
    }

    /// What is known about one event of a Kafka topic (host contract §7.12).
    public var kafkaEvent: KafkaEventProperties { KafkaEventProperties(MetadataReader(values: self, index: nil)) }

    /// What is known about each event of a batch of a Kafka topic, in the order of the batch (host contract §7.12).
    public var kafkaEvents: [KafkaEventProperties] {
        MetadataReader.all(of: self, counting: "Offset", "Partition").map { KafkaEventProperties($0) }
    }
}
