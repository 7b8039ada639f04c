// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions
import FoundationEssentials
import Hummingbird
import HummingbirdCore
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
        /// The keys that callers need; nil when nobody is asked for one.
        public let keys: HostKeys?
    }

    private static let maximumConnections = 4_096
    /// As Kestrel keeps a silent connection.
    private static let idleTimeout = TimeAmount.seconds(130)

    /// The functions that were loaded, sorted by name without case.
    public let functions: [HostedFunction]
    /// The functions in error, one message for each.
    public let errors: [String]

    private let app: LoadedApp
    private let keys: KeyRing
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
        self.onReady = onReady
        log = HostLog(console: options.console)
        app = try LoadedApp(options)
        keys = KeyRing(options, log: log)
        functions = app.functions
        errors = app.discovery.messages
    }

    /// Serves until the surrounding service group shuts down or the task is cancelled.
    ///
    /// - Throws: ``HostError`` when the port is taken, or the handler cannot be kept alive.
    public func run() async throws {
        app.report(to: log)
        let instanceID = UUID().uuidString.lowercased()
        let start = app.options.clock.now
        let stores = StoreSlot()
        let first = try await HostGeneration(
            app, stores: stores, keys: keys, instanceID: instanceID, start: start, log: log)
        let slot = GenerationSlot(first)
        let (bound, continuation) = AsyncStream<Int>.makeStream()
        let server = server(SwitchingFrontEnd(slot: slot)) { port in
            continuation.yield(port)
            continuation.finish()
        }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                defer { continuation.finish() }
                try await serve(server)
            }
            group.addTask {
                for await port in bound {
                    await onReady(
                        Endpoint(
                            port: port, baseURL: "http://\(clientHost):\(port)", functions: functions,
                            keys: keys.isEnforced ? keys.hostKeys : nil))
                    let runner = GenerationRunner(
                        slot: slot, reloader: app.options.reloader, publicPort: port, log: log
                    ) { options throws(HostError) in
                        try await HostGeneration(
                            try LoadedApp(options), stores: stores, keys: keys, instanceID: instanceID, start: start,
                            log: log)
                    }
                    try await runner.run(first)
                }
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

    private func server(
        _ responder: SwitchingFrontEnd, onBound: @escaping @Sendable (Int) -> Void
    ) -> some ApplicationProtocol {
        let logger = Logger(label: "functions-host") { _ in SwiftLogNoOpLogHandler() }
        return Application(
            responder: responder,
            server: HTTPServerBuilder { responder in
                ClientConnections(
                    http: HTTP1Channel(responder: responder, configuration: .init(idleTimeout: Self.idleTimeout)))
            },
            configuration: .init(
                address: .hostname(app.options.address, port: publicPort), serverName: "Kestrel",
                availableConnectionsDelegate: .maximum(Self.maximumConnections, logger: logger)),
            onServerRunning: { channel in onBound(channel.localAddress?.port ?? 0) },
            logger: logger)
    }

    private var publicPort: Int { app.options.port ?? app.local.port ?? 7_071 }

    private var clientHost: String { app.options.address == "127.0.0.1" ? "localhost" : app.options.address }
}
