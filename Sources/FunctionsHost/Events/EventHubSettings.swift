// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// `extensions.eventHubs` of host.json.
struct EventHubSettings: Sendable {
    let maxEventBatchSize: Int
    /// Whether a consumer that never came begins with the oldest event.
    let startsAtBeginning: Bool

    /// - Throws: ``InvalidSetting`` for a value out of range.
    init(_ tree: SettingTree) throws(InvalidSetting) {
        let section = SettingSection(tree, path: "extensions:eventHubs")
        maxEventBatchSize = try section.number("maxEventBatchSize", in: 1...10_000) ?? 100
        let start = try section.choice(
            "initialOffsetOptions:type", ["fromstart", "fromend", "fromenqueuedtime"])
        startsAtBeginning = start != "fromend"
    }
}
