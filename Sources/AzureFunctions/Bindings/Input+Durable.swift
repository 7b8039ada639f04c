// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

extension Input where Value == DurableClient {
    /// The addresses by which orchestrations are started and managed (host contract §7.15).
    ///
    /// - Parameters:
    ///   - taskHub: The task hub; that of host.json when nil.
    ///   - connection: The setting with the storage connection; that of host.json when nil.
    /// - Returns: The input.
    public static func durableClient(taskHub: String? = nil, connection: String? = nil) -> Input {
        Input(
            "durableClient", ["taskHub": taskHub, "connectionName": connection],
            problems: [taskHub.flatMap { BindingRules.name($0, "taskHub") }, BindingRules.connection(connection)])
    }
}
