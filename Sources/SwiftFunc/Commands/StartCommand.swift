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
            Builds the app's package, writes functions/<name>/function.json, and reads host.json and local.settings.json. \
            When a source or a setting changes, it builds again and goes over to the new app without losing a request; \
            mistakes are told while the app of before goes on. Ends with Ctrl-C or SIGTERM.

            EXIT CODES
              0 ended in order, 1 the app could not be built or started, 64 wrong arguments

            EXAMPLES
              swift-func start
              swift-func start --port 7072 --no-tenant
              swift-func start --app Examples/Shop --verbose
              swift-func start --no-build --no-watch            run what was built, once
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

    @Flag(
        name: .customLong("no-build"),
        help: "Run the executable that is there, and the function.json files as they are.")
    var hasNoBuild = false

    @Flag(help: "Run swift build also when nothing has changed since the last start.")
    var rebuild = false

    @Flag(name: .customLong("no-watch"), help: "Do not look for changes.")
    var hasNoWatch = false

    @Flag(help: "Show what the host itself does.")
    var verbose = false

    @Option(help: ArgumentHelp("A file that gets the host's address once it accepts requests.", valueName: "file"))
    var readyFile: String?

    func run() async throws {
        let environment = ProcessInfo.processInfo.environment
        let app = try FunctionAppFolder(appOptions.app)
        let preparation = AppPreparation(
            app: app, handler: appOptions.handler,
            isBuilt: !hasNoBuild && appOptions.handler == nil && app.hasPackage && behavior.attach == nil,
            isAlwaysBuilt: rebuild, environment: environment, isAttached: behavior.attach != nil)
        var logger = Logger(label: "swift-func") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = verbose ? .debug : .warning
        let isVerbose = verbose || environment["CI"] != nil
        let terminal = TerminalConsole(isVerbose: isVerbose, environment: environment)
        let hasShortLines = Terminal.isStandardOutputTerminal && !isVerbose
        let isColored = Terminal.showsColors(environment: environment)
        let console: any HostConsole =
            hasShortLines ? InvocationConsole(terminal: terminal, isColored: isColored) : terminal
        let tenant = hasNoTenant ? nil : try startedTenant(logger)
        let host = HostService(
            preparation: preparation, isWatching: !hasNoWatch,
            options: { hostOptions($0, app, environment, console) }, tenant: tenant,
            stateDirectory: stateOptions.state, say: { terminal.print($0) }, readyFile: readyFile)
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

    private func hostOptions(
        _ stage: Stage, _ app: FunctionAppFolder, _ environment: [String: String], _ console: any HostConsole
    ) -> HostOptions {
        var options = HostOptions(
            appRoot: stage.path, settingsRoot: app.path, environment: environment, console: console)
        options.port = port.map(Int.init)
        behavior.apply(to: &options)
        return options
    }

    private func startedTenant(_ logger: Logger) throws -> TenantSetup {
        let directory = try stateOptions.tenantDirectory()
        let state = try TenantState(directory: stateOptions.directory)
        return TenantSetup(
            service: LocalTenant(directory: directory, state: state, port: Int(tenantPort), logger: logger),
            directory: directory, certificateAuthorityPath: state.certificateAuthorityPath,
            state: stateOptions)
    }
}
