// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// `extensions.queues` of host.json.
struct QueueSettings: Sendable {
    let batchSize: Int
    let newBatchThreshold: Int
    let visibilityTimeout: Duration
    let maxDequeueCount: Int
    /// Whether messages travel as base64, the default.
    let isBase64: Bool

    /// - Throws: ``InvalidSetting`` for a value out of range.
    init(_ tree: SettingTree) throws(InvalidSetting) {
        let section = SettingSection(tree, path: "extensions:queues")
        batchSize = try section.number("batchSize", in: 1...32) ?? 16
        newBatchThreshold = try section.number("newBatchThreshold", in: 0...1_000) ?? batchSize / 2
        visibilityTimeout = try section.duration("visibilityTimeout") ?? .zero
        maxDequeueCount = try section.number("maxDequeueCount", in: 1...1_000_000) ?? 5
        // Checked, not needed: the local store wakes its listeners.
        _ = try section.duration("maxPollingInterval")
        isBase64 = try section.choice("messageEncoding", ["base64", "none"]) != "none"
    }
}
