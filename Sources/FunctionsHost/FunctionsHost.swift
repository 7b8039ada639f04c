// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions
import FoundationEssentials
import Hummingbird
import Logging
import NIOCore
public import ServiceLifecycle

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// An emulator of the Azure Functions host for one app: routes, envelopes, the life of the handler, timers.
///
/// It follows the host contract; where it stops, it says so in a warning. It serves at most 4,096 connections, and
/// closes one on which nothing comes for 130 seconds.
public struct FunctionsHost: Service {
    /// What is known when the host accepts requests.
    public struct Endpoint: Sendable, Hashable {
        /// The port on which it listens.
        public let port: Int
        /// The address for clients, such as `http://localhost:7071`.
        public let baseURL: String
        /// The functions that were loaded, sorted by name without case.
        public let functions: [HostedFunction]
    }

    private static let maximumConnections = 4_096
    /// As Kestrel keeps a silent connection.
    private static let idleTimeout = TimeAmount.seconds(130)

    /// The functions that were loaded, sorted by name without case.
    public let functions: [HostedFunction]
    /// The functions in error, one message for each.
    public let errors: [String]

    private let options: HostOptions
    private let configuration: HostConfiguration
    private let local: LocalSettings
    private let environment: HandlerEnvironment
    private let discovery: FunctionDiscovery
    private let onReady: @Sendable (Endpoint) async -> Void
    private let log: HostLog

    /// Reads an app's configuration and functions.
    ///
    /// - Parameters:
    ///   - options: How the host runs.
    ///   - onReady: Called once requests are accepted, before the handler is started.
    /// - Throws: ``HostError`` for settings and a host.json with which no host would start. A function in error is none.
    public init(
        options: HostOptions, onReady: @escaping @Sendable (Endpoint) async -> Void = { _ in }
    ) throws(HostError) {
        self.options = options
        self.onReady = onReady
        log = HostLog(console: options.console)
        local = try LocalSettings.load(folder: options.settingsRoot)
        environment = HandlerEnvironment(options, local: local)
        configuration = try HostConfiguration.load(appRoot: options.appRoot, environment: environment.values)
        discovery = try FunctionDiscovery(
            appRoot: options.appRoot, configuration: configuration, settings: environment.values)
        functions = discovery.functions.map { function in
            HostedFunction(
                name: function.name, trigger: function.triggerBinding.type,
                http: function.http.map { .init(methods: $0.methods, route: $0.template.text) },
                isDisabled: function.isDisabled)
        }
        errors = discovery.messages
    }

    /// Serves until the surrounding service group shuts down or the task is cancelled.
    ///
    /// - Throws: ``HostError`` when the port is taken, or the handler cannot be kept alive.
    public func run() async throws {
        report()
        let port = try await handlerPort()
        let supervisor = HandlerSupervisor(
            options: options, configuration: configuration, environment: environment, port: port, log: log)
        let invoker = Invoker(configuration: configuration, supervisor: supervisor, clock: options.clock, log: log)
        let hosted = HostedApp(discovery, configuration: configuration, invoker: invoker, clock: options.clock)
        let timers = discovery.functions.compactMap { TimerRunner($0, clock: options.clock, invoker: invoker) }
        let jobs = JobQueue()
        let (bound, continuation) = AsyncStream<Int>.makeStream()
        let server = server(hosted, timers: timers, jobs: jobs) { port in
            continuation.yield(port)
            continuation.finish()
        }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                defer { continuation.finish() }
                try await serve(server)
            }
            group.addTask {
                for await port in bound { try await work(supervisor, timers: timers, jobs: jobs, publicPort: port) }
            }
            do {
                while try await group.next() != nil {}
            } catch {
                group.cancelAll()
                throw error
            }
        }
    }

    private func serve(_ server: some ApplicationProtocol) async throws {
        do {
            try await server.run()
        } catch let error as IOError where error.errnoCode == EADDRINUSE {
            throw HostError(
                .portUnavailable,
                "Port \(publicPort) is unavailable. Close the process using that port, or specify another port using "
                    + "--port [-p].")
        }
    }

    /// What runs beside the server: the handler, the timers, and invocations that nobody waits for.
    private func work(
        _ supervisor: HandlerSupervisor, timers: [TimerRunner], jobs: JobQueue, publicPort: Int
    ) async throws {
        await onReady(Endpoint(port: publicPort, baseURL: "http://\(clientHost):\(publicPort)", functions: functions))
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await jobs.run() }
            for timer in timers { group.addTask { try await timer.run() } }
            // Without functions the executable is never started (host contract §2.4).
            if discovery.functions.isEmpty {
                try? await gracefulShutdown()
            } else {
                defer { group.cancelAll() }
                try await supervisor.run(publicPort: publicPort)
            }
            jobs.finish()
            group.cancelAll()
        }
    }

    private func server(
        _ hosted: HostedApp, timers: [TimerRunner], jobs: JobQueue, onBound: @escaping @Sendable (Int) -> Void
    ) -> some ApplicationProtocol {
        let logger = Logger(label: "functions-host") { _ in SwiftLogNoOpLogHandler() }
        let frontEnd = FrontEnd(
            hosted: hosted,
            admin: AdminEndpoints(
                hosted: hosted, jobs: jobs, timers: timers, instanceID: UUID().uuidString.lowercased(),
                start: options.clock.now),
            callers: CallerCheck(keys: options.keys),
            cors: CORSPolicy(origins: local.corsOrigins, hasCredentials: local.hasCORSCredentials),
            limit: RequestLimit(configuration.maximumOutstandingRequests),
            showsHomePage: environment.values["AzureWebJobsDisableHomepage"]?.lowercased() != "true")
        return Application(
            responder: frontEnd,
            server: .http1(configuration: .init(idleTimeout: Self.idleTimeout)),
            configuration: .init(
                address: .hostname(options.address, port: publicPort), serverName: "Kestrel",
                availableConnectionsDelegate: .maximum(Self.maximumConnections, logger: logger)),
            onServerRunning: { channel in onBound(channel.localAddress?.port ?? 0) },
            logger: logger)
    }

    private var publicPort: Int { options.port ?? local.port ?? 7_071 }

    private var clientHost: String { options.address == "127.0.0.1" ? "localhost" : options.address }

    private func handlerPort() async throws(HostError) -> Int {
        if case .attached(let port) = options.handler { return port }
        guard let port = configuration.handlerPort else { return try await FreePort.find() }
        try await FreePort.check(port)
        log.host(.info, "Using port \(port) specified via configuration for custom handler.")
        return port
    }

    /// Says what was found before anything runs.
    private func report() {
        for warning in local.warnings + environment.warnings + configuration.warnings { log.host(.warning, warning) }
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
        let silent = discovery.functions.filter { if case .other = $0.trigger { true } else { false } }
        if !silent.isEmpty {
            let names = silent.map { "\($0.name) (\($0.triggerBinding.type))" }.joined(separator: ", ")
            log.host(.warning, "These triggers are not emulated here yet and never fire: \(names).")
        }
        for function in discovery.functions where !function.droppedOutputs.isEmpty {
            log.host(
                .warning,
                "Outputs of '\(function.name)' that are not emulated here yet are dropped: "
                    + function.droppedOutputs.joined(separator: ", ") + ".")
        }
    }
}
