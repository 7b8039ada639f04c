// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

public import AzureFunctions
public import Logging
public import StrictJSON

extension FunctionApp {
    /// Runs a test while this app serves on a free port of `127.0.0.1`, as the Functions host would call it.
    ///
    /// ```swift
    /// try await app.withServer { port in
    ///     // GET http://127.0.0.1:port/ answers 200.
    /// }
    /// ```
    ///
    /// - Parameters:
    ///   - settings: The app settings; port and app root are filled in where they are absent.
    ///   - hostJSON: What host.json says, unless the settings name an app root.
    ///   - logger: Where runtime and functions log; nowhere unless given.
    ///   - body: The test; gets the port. The server stops when it returns or throws.
    /// - Returns: What the test returns.
    /// - Throws: `ConfigurationError` with every problem of app and settings; what the test throws.
    @discardableResult
    public func withServer<Result>(
        settings: AppSettings = [:], hostJSON: JSONValue = .defaultHost, logger: Logger = .silent,
        _ body: (Int) async throws -> Result
    ) async throws -> Result {
        let root = try AppRoot(hostJSON: hostJSON)
        defer { root.remove() }
        var settings = settings
        for (name, value) in [("FUNCTIONS_CUSTOMHANDLER_PORT", "0"), ("FUNCTIONS_APP_ROOT_PATH", root.path)]
        where settings[name] == nil {
            settings = settings.setting(name, to: value)
        }
        let (ports, port) = AsyncStream.makeStream(of: Int.self)
        return try await withThrowingTaskGroup(of: Void.self) { [settings] group in
            group.addTask {
                defer { port.finish() }
                try await serve(settings: settings, logger: logger) { port.yield($0) }
            }
            guard let port = await ports.first(where: { _ in true }) else {
                try await group.waitForAll()
                throw CancellationError()
            }
            let result = try await body(port)
            group.cancelAll()
            try await group.waitForAll()
            return result
        }
    }
}
