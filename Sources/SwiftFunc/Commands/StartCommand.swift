// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import ArgumentParser
import EntraTenant
import FoundationEssentials
import FunctionsHost
import Logging
import ServiceLifecycle
import UnixSignals

/// `swift-func start`.
struct StartCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "start", abstract: "Runs the app: a local Entra tenant, a local Functions host, and the handler.",
        discussion: """
            Reads host.json, functions/<name>/function.json and local.settings.json. Ends with Ctrl-C or SIGTERM.

            EXAMPLES
              swift-func start
              swift-func start --port 7072 --no-tenant
              swift-func start --app Examples/Shop --verbose
            """)

    @OptionGroup var appOptions: AppOptions
    @OptionGroup var stateOptions: StateOptions
    @OptionGroup(title: "Host behavior") var behavior: HostBehaviorOptions

    @Option(help: "The port of the host; 0 for any free one (default: local.settings.json, else 7071).")
    var port: UInt16?

    @Option(help: "The port of the tenant; 0 for any free one.")
    var tenantPort: UInt16 = 8443

    @Flag(name: .customLong("no-tenant"), help: "Run without the local tenant.")
    var hasNoTenant = false

    @Flag(help: "Show what the host itself does.")
    var verbose = false

    @Option(help: ArgumentHelp("A file that gets the host's address once it accepts requests.", valueName: "file"))
    var readyFile: String?

    func run() async throws {
        let environment = ProcessInfo.processInfo.environment
        let app = try FunctionAppFolder(appOptions.app)
        let stage = try Stage(app, handler: behavior.attach == nil ? try app.handler(appOptions.handler) : nil)
        defer { stage.remove() }
        var logger = Logger(label: "swift-func") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = verbose ? .debug : .warning
        let console = TerminalConsole(isVerbose: verbose || environment["CI"] != nil, environment: environment)
        let tenant = hasNoTenant ? nil : try startedTenant(logger)
        var options = HostOptions(
            appRoot: stage.path, settingsRoot: app.path, environment: environment, console: console)
        options.port = port.map(Int.init)
        behavior.apply(to: &options)
        let host = HostService(
            options: options, tenant: tenant, stateDirectory: stateOptions.state, console: console, readyFile: readyFile
        )
        var services: [ServiceGroupConfiguration.ServiceConfiguration] = []
        if let tenant { services.append(.init(service: tenant.service)) }
        services.append(.init(service: host, successTerminationBehavior: .gracefullyShutdownGroup))
        var configuration = ServiceGroupConfiguration(
            services: services, gracefulShutdownSignals: [.sigterm, .sigint],
            logger: Logger(label: "lifecycle") { _ in SwiftLogNoOpLogHandler() })
        configuration.maximumGracefulShutdownDuration = .seconds(30)
        do {
            try await ServiceGroup(configuration: configuration).run()
        } catch let error as HostError {
            throw CommandError(error.message)
        }
    }

    private func startedTenant(_ logger: Logger) throws -> TenantSetup {
        let directory = try stateOptions.tenantDirectory()
        let state = try TenantState(directory: stateOptions.directory)
        return TenantSetup(
            service: LocalTenant(directory: directory, state: state, port: Int(tenantPort), logger: logger),
            directory: directory, certificateAuthorityPath: state.certificateAuthorityPath)
    }
}
