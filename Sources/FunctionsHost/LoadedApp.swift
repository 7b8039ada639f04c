// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions
import FoundationEssentials
import Logging

/// What a host reads of an app before anything runs.
struct LoadedApp: Sendable {
    let options: HostOptions
    let local: LocalSettings
    let environment: HandlerEnvironment
    let configuration: HostConfiguration
    let discovery: FunctionDiscovery

    init(_ options: HostOptions) throws(HostError) {
        self.options = options
        local = try LocalSettings.load(folder: options.settingsRoot)
        environment = HandlerEnvironment(options, local: local)
        configuration = try HostConfiguration.load(appRoot: options.appRoot, environment: environment.values)
        discovery = try FunctionDiscovery(
            appRoot: options.appRoot, configuration: configuration, settings: environment.values)
    }

    /// The functions that were loaded, as the host lists them.
    var functions: [HostedFunction] {
        discovery.functions.map { function in
            HostedFunction(
                name: function.name, trigger: function.triggerBinding.type,
                http: function.http.map { .init(methods: $0.methods, route: $0.template.text) },
                isDisabled: function.isDisabled)
        }
    }

    /// Says what was found.
    func report(to log: HostLog) {
        let missing = MissingSettings.warnings(discovery.functions, settings: environment.values)
        for warning in local.warnings + environment.warnings + configuration.warnings + missing {
            log.host(.warning, warning)
        }
        if FileManager.default.fileExists(atPath: options.appRoot + "/proxies.json") {
            log.host(.warning, "proxies.json is not supported by this version of the host; it has no effect.")
        }
        for error in discovery.messages { log.host(.error, error) }
        let routes = discovery.functions.compactMap { function in
            function.http.map { http in
                "Mapped function route '\(http.template.text)' [\(http.methods.isEmpty ? "all" : http.methods.joined(separator: ","))] "
                    + "to '\(function.name)'"
            }
        }
        log.host(
            .info,
            (["Initializing function HTTP routes"] + (routes.isEmpty ? ["No HTTP routes mapped"] : routes))
                .joined(separator: "\n"))
        TriggerSet.report(discovery.functions, log: log)
    }
}
