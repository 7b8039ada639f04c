// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// `extensions` of host.json, but for `http`.
struct ExtensionSettings: Sendable {
    let queues: QueueSettings
    let serviceBus: ServiceBusSettings
    let eventHubs: EventHubSettings
    let kafka: KafkaSettings
    let blobs: BlobSettings
    let mcp: MCPSettings

    /// - Throws: ``InvalidSetting`` for a value out of range.
    init(_ tree: SettingTree) throws(InvalidSetting) {
        queues = try QueueSettings(tree)
        serviceBus = try ServiceBusSettings(tree)
        eventHubs = try EventHubSettings(tree)
        kafka = try KafkaSettings(tree)
        blobs = try BlobSettings(tree)
        mcp = try MCPSettings(tree)
    }
}
