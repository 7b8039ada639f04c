// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

public import AzureFunctions
public import EntraAuth
package import EntraAuthClient
import HTTPTypes
public import Logging

/// Microsoft Entra ID for a function app: its settings, its keys, and the guards made from them.
///
/// Creating one never fails: what is wrong with the settings is reported with all other problems when the app starts.
public final class EntraID: AppComponent {
    private let settings: EntraSettings
    private let logger: Logger
    private let transportProblem: Problem?
    private let options: EntraOptions
    let service: (validator: TokenValidator, keys: KeyStore, challenge: Challenge)?

    /// Reads the settings named `AzureAd__…`.
    ///
    /// - Parameters:
    ///   - settings: The app settings.
    ///   - options: What is decided in code.
    ///   - logger: Where refreshes of keys are reported.
    public convenience init(
        settings: AppSettings = .environment, options: EntraOptions = EntraOptions(),
        logger: Logger = EntraID.defaultLogger
    ) {
        self.init(settings: settings, options: options, logger: logger) { trust throws(FetchError) in
            try HTTPDocumentTransport(trust: trust)
        }
    }

    package init(
        settings: AppSettings, options: EntraOptions = EntraOptions(), logger: Logger,
        transport makeTransport: (TrustRoots) throws(FetchError) -> any DocumentTransport
    ) {
        let parsed = EntraSettings(settings, options)
        self.settings = parsed
        self.options = options
        self.logger = logger
        guard let configuration = parsed.configuration, let challenge = parsed.challenge else {
            (transportProblem, service) = (nil, nil)
            return
        }
        do throws(FetchError) {
            let transport = try makeTransport(parsed.trust)
            let keys = KeyStore(
                authority: configuration.authority, tenants: configuration.tenants, transport: transport,
                onEvent: { KeyStoreLog(logger: logger).record($0) })
            transportProblem = nil
            let validator = TokenValidator(
                configuration: configuration, keys: keys, revocation: options.revocation, cache: options.cache)
            service = (validator, keys, challenge)
        } catch {
            transportProblem = Problem(.setting, "AzureAd__CertificateAuthorityFile: \(error.message)")
            service = nil
        }
    }

    /// Logs as the host wants it, at level `info`.
    public static var defaultLogger: Logger {
        Logger(label: "entra") { HostLogHandler(label: $0, level: .info) }
    }

    /// Every problem of the settings.
    public var problems: [Problem] { settings.problems + [transportProblem].compactMap(\.self) }

    /// A user's token with this delegated scope.
    ///
    /// - Parameter scope: Such as `access_as_user`.
    /// - Returns: The guard.
    public func scope(_ scope: String) -> EntraGuard { require(.scope(scope)) }

    /// A user's token with at least one of these delegated scopes.
    ///
    /// - Parameter scopes: Such as `["orders.read", "orders.write"]`.
    /// - Returns: The guard.
    public func scopes(anyOf scopes: [String]) -> EntraGuard { require(.scopes(anyOf: scopes)) }

    /// A user's token with all of these delegated scopes.
    ///
    /// - Parameter scopes: Such as `["orders.read", "orders.write"]`.
    /// - Returns: The guard.
    public func scopes(allOf scopes: [String]) -> EntraGuard { require(.scopes(allOf: scopes)) }

    /// A token that satisfies a policy.
    ///
    /// - Parameter policy: What the route demands.
    /// - Returns: The guard.
    public func require(_ policy: AuthorizationPolicy) -> EntraGuard { EntraGuard(entra: self, policy: policy) }

    /// A function that serves the metadata by which a client learns how to get a token (RFC 9728).
    ///
    /// Clients look for it below the root of the resource, so the app needs an empty `routePrefix` in host.json, or a
    /// front door that maps the path. Needs the setting `AzureAd__Resource`.
    ///
    /// - Parameter scopes: Scopes that clients may ask for.
    /// - Returns: The function.
    public func resourceMetadata(scopes: [String]) -> HTTPFunction {
        let document = settings.resource.map { resource in
            ProtectedResourceMetadata(
                resource: resource, authorizationServers: settings.authorizationServers, scopes: scopes)
        }
        return HTTPFunction(
            "resource-metadata", route: ".well-known/oauth-protected-resource", methods: [.get], authLevel: .anonymous
        ) { _, _ in
            document.map { .json($0.json) } ?? .status(.notFound)
        }
    }

    /// The condition of the keys, for readiness answers; nil while the settings are wrong.
    public var keyHealth: KeyStoreHealth? { service?.keys.health }

    /// Fetches the signing keys now; for a timer that keeps an otherwise idle app ready.
    ///
    /// - Throws: `FetchError`; keys that are held stay in use.
    public func refreshKeys() async throws {
        try await service?.keys.refresh()
    }

    /// Fetches the keys before the port opens, when that is asked for.
    ///
    /// - Throws: `FetchError`; the app does not start.
    public func prepare() async throws {
        if options.startup == .eager { try await refreshKeys() }
    }

    /// Fetches the keys in the background and keeps them fresh until the task is cancelled.
    public func run() async throws {
        if settings.skipsUnrecognizedRequests {
            logger.notice(
                "AzureAd__SkipUnrecognizedRequests has no effect on an API: every guarded request is checked.")
        }
        await service?.keys.maintain()
    }
}
