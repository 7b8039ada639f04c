// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// `extensions.kafka` of host.json.
struct KafkaSettings: Sendable {
    let maxBatchSize: Int

    /// - Throws: ``InvalidSetting`` for a value out of range.
    init(_ tree: SettingTree) throws(InvalidSetting) {
        maxBatchSize = try SettingSection(tree, path: "extensions:kafka").number("maxBatchSize", in: 1...10_000) ?? 64
    }
}
