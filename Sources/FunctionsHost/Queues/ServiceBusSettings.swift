// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// `extensions.serviceBus` of host.json.
struct ServiceBusSettings: Sendable {
    let maxConcurrentCalls: Int
    let maxConcurrentSessions: Int
    let maxMessageBatchSize: Int
    /// A property of the queue in Azure, with its default there.
    static let maxDeliveryCount = 10

    /// - Throws: ``InvalidSetting`` for a value out of range.
    init(_ tree: SettingTree) throws(InvalidSetting) {
        let section = SettingSection(tree, path: "extensions:serviceBus")
        maxConcurrentCalls = try section.number("maxConcurrentCalls", in: 1...10_000) ?? 16
        maxConcurrentSessions = try section.number("maxConcurrentSessions", in: 1...10_000) ?? 8
        maxMessageBatchSize = try section.number("maxMessageBatchSize", in: 1...10_000) ?? 1_000
    }
}
