// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// `extensions.blobs` of host.json.
struct BlobSettings: Sendable {
    let maxDegreeOfParallelism: Int
    let poisonBlobThreshold: Int

    /// - Throws: ``InvalidSetting`` for a value out of range.
    init(_ tree: SettingTree) throws(InvalidSetting) {
        let section = SettingSection(tree, path: "extensions:blobs")
        maxDegreeOfParallelism = try section.number("maxDegreeOfParallelism", in: 1...1_000) ?? 8
        poisonBlobThreshold = try section.number("poisonBlobThreshold", in: 1...1_000_000) ?? 5
    }
}
