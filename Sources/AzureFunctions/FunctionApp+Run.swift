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
    ///   - onReady: Called with the port once requests are accepted.
    /// - Throws: ``ConfigurationError`` before the port opens; an `IOError` when it cannot be opened.
    public func serve(
        settings: AppSettings, logger: Logger, onReady: @escaping @Sendable (Int) -> Void = { _ in }
    ) async throws {
        let (registry, handler) = try configuration(settings)
        for warning in registry.warnings { logger.warning("\(warning)") }
        let server = CustomHandlerServer(
            port: handler.port,
            dispatcher: Dispatcher(
                registry: registry, host: handler.host, isDevelopment: settings.isDevelopment, logger: logger),
            logger: logger, onReady: onReady)
        for component in registry.components { try await component.prepare() }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for component in registry.components {
                group.addTask { try await component.run() }
            }
            group.addTask {
                try await server.run()
                throw CancellationError()
            }
            do {
                while try await group.next() != nil {}
            } catch is CancellationError {
                group.cancelAll()
            }
        }
    }

    /// Everything that must be right before the port opens, with all problems at once.
    private func configuration(
        _ settings: AppSettings
    ) throws(ConfigurationError) -> (FunctionRegistry, HandlerConfiguration) {
        let handler: HandlerConfiguration
        do throws(ConfigurationError) {
            handler = try HandlerConfiguration(settings)
        } catch let first {
            do throws(ConfigurationError) {
                _ = try registry(host: HostConfiguration())
            } catch let second {
                throw ConfigurationError(merging: first, second)
            }
            throw first
        }
        return (try registry(host: handler.host), handler)
    }
}
