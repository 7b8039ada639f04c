// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
import Logging
import NIOCore
import ServiceLifecycle
import UnixSignals

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The command line of a function app's executable.
package struct HandlerCommand {
    private static let help = """
        A function app for the Azure Functions host (custom handler).

        USAGE: handler [manifest [--output DIR] [--check]] [--help]

          (no command)   Serve the host on 127.0.0.1:$FUNCTIONS_CUSTOMHANDLER_PORT. The host starts it this way; by hand,
                         use "swift-func start".
          manifest       Write DIR/<name>/function.json for every function; DIR is "functions" unless given.
            --check      Write nothing; exit with 1 and name the files that differ.

        SETTINGS (environment)
          LOG_LEVEL                      trace, debug, info (default), notice, warning, error, critical
          LOG_FORMAT                     text (default) or json, one object a line
          LOG_DESTINATION                Where a function's lines up to notice go: result (the invocation's own log in
                                         Azure; default) or console (stdout at once; default in development)
          AZURE_FUNCTIONS_ENVIRONMENT    Development allows a local tenant and adds diagnostics to errors

        """

    private let arguments: [String]

    package init(arguments: [String]) {
        self.arguments = arguments
    }

    /// Does what the arguments say, and returns the exit code.
    package func run(_ app: FunctionApp) async -> Int32 {
        switch arguments.first {
        case nil:
            return await serve(app)
        case "manifest":
            return manifest(app, Array(arguments.dropFirst()))
        case "--help", "-h", "help":
            Console.out(Self.help)
            return 0
        case .some(let argument):
            Console.error("Unknown argument \"\(argument)\". See --help.")
            return 64
        }
    }

    private func serve(_ app: FunctionApp) async -> Int32 {
        let settings = AppSettings.environment
        Console.bufferByLine()
        let logger: Logger
        do throws(ConfigurationError) {
            logger = try LogSettings(settings).logger(label: "handler")
        } catch {
            Console.error(error.description)
            return 78
        }
        let service = AppService(app: app, settings: settings, logger: logger)
        // The group's own lines would repeat ours at another level.
        let group = ServiceGroup(
            configuration: .init(
                services: [.init(service: service, successTerminationBehavior: .gracefullyShutdownGroup)],
                gracefulShutdownSignals: [.sigterm, .sigint],
                logger: Logger(label: "lifecycle") { _ in SwiftLogNoOpLogHandler() }))
        do {
            try await group.run()
            return 0
        } catch let error as ConfigurationError {
            Console.error(error.description)
            return 78
        } catch let error as IOError where error.errnoCode == EADDRINUSE {
            // The host looks for these words (host contract §3.4).
            Console.error(
                "Port \(settings["FUNCTIONS_CUSTOMHANDLER_PORT"] ?? "?") on 127.0.0.1: address already in use (EADDRINUSE)."
            )
            return 69
        } catch {
            Console.error("The app ended: \(error)")
            return 1
        }
    }

    private func manifest(_ app: FunctionApp, _ arguments: [String]) -> Int32 {
        var folder = "functions"
        var isCheck = false
        var rest = arguments[...]
        while let argument = rest.popFirst() {
            switch argument {
            case "--check": isCheck = true
            case "--output":
                guard let value = rest.popFirst() else {
                    Console.error("--output needs a folder. See --help.")
                    return 64
                }
                folder = value
            default:
                Console.error("Unknown argument \"\(argument)\". See --help.")
                return 64
            }
        }
        do {
            // Beside its host.json an app can be held against it; elsewhere only the declarations are known.
            let hasHost = FileManager.default.fileExists(atPath: "host.json")
            let host = hasHost ? try HostConfiguration.load(from: ".", settings: .environment) : nil
            let registry = try app.registry(host: host, checksSettings: false)
            for warning in registry.warnings { Console.error("warning: \(warning)") }
            let manifest = Manifest(registry)
            let changes = isCheck ? manifest.differences(in: folder) : try manifest.write(to: folder)
            for change in changes { Console.out("\(change)\n") }
            return isCheck && !changes.isEmpty ? 1 : 0
        } catch let error as ConfigurationError {
            Console.error(error.description)
            return 78
        } catch {
            Console.error("The manifest cannot be written to \(folder): \(error)")
            return 74
        }
    }
}

/// The app as a service, so that signals become a graceful shutdown.
private struct AppService: Service, CustomStringConvertible {
    // The group asks for it; without one the whole app, settings and all, would be spelled out by reflection.
    let description = "app"
    let app: FunctionApp
    let settings: AppSettings
    let logger: Logger

    func run() async throws {
        try await app.serve(settings: settings, logger: logger)
    }
}
