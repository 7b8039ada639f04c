// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import Crypto
import HTTPTypes
import Hummingbird
import HummingbirdCore
import HummingbirdTLS
public import Logging
import NIOCore
import NIOSSL
public import ServiceLifecycle
import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// An Entra tenant on this machine: metadata, keys, sign-in and tokens over https.
///
/// It holds at most 512 connections, 64 KiB of a request's body, 1,000 unused codes, 10,000 refresh tokens and 1,000
/// sessions; the oldest give way. A connection that is silent for 30 seconds is closed.
public final class LocalTenant: Service {
    /// A document that clients are expected to cache.
    public enum Document: Sendable, Hashable {
        /// OpenID Connect metadata.
        case metadata
        /// The published keys.
        case keys
        /// MSAL's instance discovery.
        case instance
    }

    let core: TenantCore
    let state: TenantState
    private let port: Int
    private let address: String
    private let published = Publisher<TenantEndpoint>()

    /// Creates a tenant; nothing is bound before ``run()``.
    ///
    /// - Parameters:
    ///   - directory: Registrations and users.
    ///   - state: Keys and certificates.
    ///   - port: The port, or 0 for any free one.
    ///   - address: The address to bind; keep it a loopback address, because secrets and passwords are no secret here.
    ///   - usesTLS: Whether to answer https; plain http is for tests.
    ///   - logger: Where refusals are noted, at debug level.
    ///   - clock: The time of day.
    ///   - sleeper: How a fault waits between pieces.
    ///   - random: The source of codes and token ids.
    public init(
        directory: TenantDirectory = .standard, state: TenantState, port: Int = 0, address: String = "127.0.0.1",
        usesTLS: Bool = true, logger: Logger, clock: WallClock = .system, sleeper: Sleeper = .system,
        random: RandomSource = .system
    ) {
        self.state = state
        self.port = port
        self.address = address
        core = TenantCore(
            directory: directory, keys: state.keys, isSecure: usesTLS, clock: clock, sleeper: sleeper, random: random,
            logger: logger)
    }

    /// Where the tenant is reached; waits until the port is bound.
    ///
    /// - Returns: The endpoint.
    /// - Throws: What ``run()`` threw before the port was bound, or `CancellationError`.
    public func endpoint() async throws -> TenantEndpoint { try await published.value() }

    /// How often a document was fetched.
    ///
    /// - Parameter document: The kind of document.
    /// - Returns: Successful requests since the start.
    public func requestCount(of document: Document) -> Int { core.counter.value(document) }

    /// A mint with the running tenant's keys and issuer.
    ///
    /// - Returns: The mint.
    /// - Throws: What ``endpoint()`` throws.
    public func mint() async throws -> TokenMint {
        _ = try await endpoint()
        return core.mint
    }

    /// Serves until shut down gracefully or cancelled; requests under way are answered first.
    ///
    /// - Throws: The reason why the port cannot be bound or the certificate cannot be used.
    public func run() async throws {
        do {
            let configuration = HTTP1Channel.Configuration(idleTimeout: .seconds(30))
            let plain = HTTPServerBuilder.http1(configuration: configuration)
            let application = Application(
                responder: TenantRoutes(core: core).responder(),
                server: core.isSecure ? try .tls(plain, tlsConfiguration: tlsConfiguration()) : plain,
                configuration: ApplicationConfiguration(
                    address: .hostname(address, port: port),
                    availableConnectionsDelegate: .maximum(512, logger: core.logger)),
                onServerRunning: { [self] channel in
                    if !publish(channel.localAddress?.port) { try? await channel.close().get() }
                },
                logger: quietLogger)
            try await application.run()
        } catch {
            let isTaken = (error as? IOError)?.errnoCode == EADDRINUSE
            let failure: any Error = isTaken ? TenantPortUnavailable(port: port) : error
            published.finish(.failure(failure))
            throw failure
        }
        published.finish(.failure(CancellationError()))
        if let failure = published.failure, !(failure is CancellationError) { throw failure }
    }

    /// Hummingbird reports what is thrown anyway, and its own shutdown, as errors.
    private var quietLogger: Logger {
        var logger = core.logger
        logger.logLevel = max(logger.logLevel, .critical)
        return logger
    }

    /// - Returns: Whether the tenant can be reached and its address has been written down.
    private func publish(_ port: Int?) -> Bool {
        guard let port else { return false }
        core.baseURL = "\(core.isSecure ? "https" : "http")://localhost:\(port)"
        do {
            try state.saveEndpoint(baseURL: core.baseURL)
            let endpoint = TenantEndpoint(baseURL: core.baseURL, port: port, tenantID: core.directory.tenantID)
            published.finish(.success(endpoint))
            return true
        } catch {
            published.finish(.failure(error))
            return false
        }
    }

    private func tlsConfiguration() throws -> TLSConfiguration {
        let certificate = try NIOSSLCertificate(bytes: state.secrets.server.certificate.derBytes(), format: .der)
        let key = try NIOSSLPrivateKey(bytes: Array(state.secrets.server.key.pemRepresentation.utf8), format: .pem)
        var configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: [.certificate(certificate)], privateKey: .privateKey(key))
        configuration.minimumTLSVersion = .tlsv12
        // Idle clients often never answer close_notify; Ctrl-C should not wait five seconds for them.
        configuration.shutdownTimeout = .milliseconds(500)
        configuration.applicationProtocols = ["http/1.1"]
        return configuration
    }
}
