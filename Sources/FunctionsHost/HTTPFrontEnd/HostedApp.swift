// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions
import FoundationEssentials

/// Everything that serves requests of one app.
struct HostedApp: Sendable {
    let functions: [FunctionMetadata]
    /// Functions in error, as the host words them.
    let errors: [String]
    let configuration: HostConfiguration
    let routes: RouteTable<FunctionMetadata>
    let invoker: Invoker
    let clock: any HostClock
    let offline: OfflineSwitch
    let drain: DrainMode

    init(
        _ discovery: FunctionDiscovery, configuration: HostConfiguration, invoker: Invoker, clock: any HostClock,
        offline: OfflineSwitch, drain: DrainMode
    ) {
        self.offline = offline
        self.drain = drain
        functions = discovery.functions
        errors = discovery.messages
        self.configuration = configuration
        self.invoker = invoker
        self.clock = clock
        // Sorted by name; the first match wins (host contract §5.2).
        routes = RouteTable(
            discovery.functions.compactMap { function in
                function.http.map { (template: $0.template, methods: Set($0.methods), value: function) }
            })
    }
}
