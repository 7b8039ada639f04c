// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
public import Logging
import NIOCore
import ServiceLifecycle

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

extension FunctionApp {
    /// Runs the app as the process's main job and ends the process with an exit code.
    ///
    /// Without arguments it serves the Functions host on `127.0.0.1:$FUNCTIONS_CUSTOMHANDLER_PORT` until SIGTERM or
    /// SIGINT, which let running invocations finish. `manifest` writes the function.json files, `--help` says more.
    ///
    /// Exit codes: 0 done, 1 a check failed, 64 wrong arguments, 69 the port is taken, 74 a file cannot be written, 78
    /// wrong declarations or settings.
    public func run() async {
        exit(await HandlerCommand(arguments: Array(CommandLine.arguments.dropFirst())).run(self))
    }

    /// Serves the Functions host until the task is cancelled or the surrounding service group shuts down.
    ///
    /// - Parameters:
    ///   - settings: The app settings, among them the port.
    ///   - logger: Where the runtime and the functions log.
    ///   - observation: Where invocations are counted and traced.
    ///   - onReady: Called with the port once requests are accepted.
    /// - Throws: ``ConfigurationError`` before the port opens; an `IOError` when it cannot be opened.
    public func serve(
        settings: AppSettings, logger: Logger, observation: Observation = .process,
        onReady: @escaping @Sendable (Int) -> Void = { _ in }
    ) async throws {
        let (registry, handler, options) = try configuration(settings)
        for warning in registry.warnings { logger.warning("\(warning)") }
        let gate = InvocationGate(
            running: options.maximumConcurrentInvocations, waiting: options.maximumWaitingInvocations)
        let threshold = settings.isDevelopment ? options.blockingThreshold : nil
        let watch = threshold.map { BlockingWatch(threshold: $0, logger: logger) }
        let server = CustomHandlerServer(
            port: handler.port,
            services: ConnectionServices(
                dispatcher: Dispatcher(
                    registry: registry, host: handler.host, isDevelopment: settings.isDevelopment, logger: logger,
                    options: options, observation: observation),
                gate: gate, watch: watch, limits: options.connection, logger: logger),
            options: options, onReady: onReady)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                try await server.run()
                throw CancellationError()
            }
            group.addTask { try await run(registry.components, gate) }
            if let watch { group.addTask { await watch.run() } }
            do {
                while try await group.next() != nil {}
            } catch is CancellationError {
                group.cancelAll()
            }
        }
    }

    /// The life of the components beside the server.
    ///
    /// The port is open while they prepare, because the host's patience
    /// with a port that is not is short; invocations wait at the gate (host contract §3.1, §3.2).
    private func run(_ components: [any AppComponent], _ gate: InvocationGate) async throws {
        do {
            for component in components { try await component.prepare() }
        } catch {
            gate.close()
            throw error
        }
        gate.open()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for component in components {
                group.addTask { try await component.run() }
            }
            try await group.waitForAll()
        }
    }

    /// Everything that must be right before the port opens, with all problems at once.
    private func configuration(
        _ settings: AppSettings
    ) throws(ConfigurationError) -> (FunctionRegistry, HandlerConfiguration, RuntimeOptions) {
        var problems: [Problem] = []
        let options = options.overridden(by: settings, &problems)
        let handler = Result { () throws(ConfigurationError) in try HandlerConfiguration(settings) }
        let host = (try? handler.get())?.host ?? HostConfiguration()
        let registry = Result { () throws(ConfigurationError) in try self.registry(host: host) }
        if case .failure(let error) = handler { problems += error.problems }
        if case .failure(let error) = registry { problems += error.problems }
        if let error = ConfigurationError(problems) { throw error }
        return (try registry.get(), try handler.get(), options)
    }
}
