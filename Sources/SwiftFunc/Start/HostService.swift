// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import EntraTenant
import FunctionsHost
import ServiceLifecycle

/// The host, started once the tenant can be reached.
struct HostService: Service {
    let options: HostOptions
    let tenant: TenantSetup?
    let stateDirectory: String?
    let console: TerminalConsole
    let readyFile: String?

    func run() async throws {
        var options = options
        let endpoint = try await tenant?.service.endpoint()
        if let tenant, let endpoint { options.handlerSettings = tenant.settings(endpoint) }
        let host = try FunctionsHost(options: options) { [console, readyFile, stateDirectory] ready in
            let list = FunctionList(
                functions: ready.functions, baseURL: ready.baseURL, tenant: endpoint?.baseURL,
                stateDirectory: stateDirectory, keys: ready.keys)
            console.print(list.text)
            ReadyFile.write(ready.baseURL, to: readyFile)
        }
        try await host.run()
    }
}
