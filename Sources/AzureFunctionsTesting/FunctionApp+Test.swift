// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

public import AzureFunctions
public import Logging
public import StrictJSON

extension FunctionApp {
    /// Runs a test against this app in process: routes, invocations and results as the Functions host makes them, no
    /// socket.
    ///
    /// ```swift
    /// try await app.test { client in
    ///     let response = try await client.get("/api/hello?name=Ada")
    ///     #expect(response.status == .ok)
    /// }
    /// ```
    ///
    /// What guards need, such as a token validator with its keys, runs while the test does. Keys of the host
    /// (`authLevel`) are not asked for.
    ///
    /// - Parameters:
    ///   - settings: The app settings; only `AZURE_FUNCTIONS_ENVIRONMENT` and the overrides of host.json count here.
    ///   - hostJSON: What host.json would say; with forwarding or proxying on, HTTP functions are called as plain HTTP.
    ///   - logger: Where runtime and functions log; nowhere unless given.
    ///   - observation: Where invocations are counted and traced; nowhere unless given.
    ///   - body: The test.
    /// - Returns: What the test returns.
    /// - Throws: `ConfigurationError` with every problem of the app; what the test throws.
    @discardableResult
    public func test<Result>(
        settings: AppSettings = [:], hostJSON: JSONValue = [:], logger: Logger = .silent,
        observation: Observation = Observation(), _ body: (FunctionTestClient) async throws -> Result
    ) async throws -> Result {
        let host = HostConfiguration(json: hostJSON, settings: settings)
        let registry = try registry(host: host)
        let client = FunctionTestClient(
            functions: try EmulatedFunctions(Manifest(registry), host: host),
            dispatcher: Dispatcher(
                registry: registry, host: host, isDevelopment: settings.isDevelopment, logger: logger,
                options: options, observation: observation))
        return try await withThrowingTaskGroup(of: Void.self) { group in
            for component in registry.components { try await component.prepare() }
            for component in registry.components {
                group.addTask { try await component.run() }
            }
            let result = try await body(client)
            group.cancelAll()
            do {
                try await group.waitForAll()
            } catch is CancellationError {}
            return result
        }
    }
}

extension Logger {
    /// Writes nothing.
    public static var silent: Logger { Logger(label: "test") { _ in SwiftLogNoOpLogHandler() } }
}
