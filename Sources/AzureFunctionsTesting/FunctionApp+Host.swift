// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

public import AzureFunctions
import FoundationEssentials
public import FunctionsHost
public import Logging
public import StrictJSON

extension FunctionApp {
    /// Runs a test while this app serves behind the emulated Functions host, with everything between a client and a
    /// function: routes, keys, envelopes or plain HTTP, and triggers of the local store.
    ///
    /// ```swift
    /// try await app.withHost { host in
    ///     // GET \(host.baseURL)/api/hello answers as it would in Azure; POST \(host.baseURL)/admin/functions/fulfil
    ///     // invokes a function of another trigger.
    /// }
    /// ```
    ///
    /// - Parameters:
    ///   - settings: The app settings of host and handler.
    ///   - hostJSON: What host.json says.
    ///   - keys: The keys that callers need; without them nobody is asked for one.
    ///   - console: Where the host's log lines go; nowhere unless given.
    ///   - logger: Where runtime and functions log; nowhere unless given.
    ///   - body: The test; gets the host's address. Host and app stop when it returns or throws.
    /// - Returns: What the test returns.
    /// - Throws: `ConfigurationError` with every problem of app and settings; `HostError` when the host cannot start;
    ///   what the test throws.
    @discardableResult
    public func withHost<Result>(
        settings: AppSettings = [:], hostJSON: JSONValue = .defaultHost, keys: HostKeys? = nil,
        console: (any HostConsole)? = nil, logger: Logger = .silent,
        _ body: (FunctionsHost.Endpoint) async throws -> Result
    ) async throws -> Result {
        let root = try AppRoot(hostJSON: hostJSON.describingHandler)
        defer { root.remove() }
        _ = try Manifest(registry(host: nil)).write(to: root.path)
        let settings = settings.setting("FUNCTIONS_APP_ROOT_PATH", to: root.path)
        return try await withServer(settings: settings, logger: logger) { port in
            var options = HostOptions(
                appRoot: root.path, environment: settings.all, console: console ?? SilentConsole())
            options.port = 0
            options.keys = keys
            options.handler = .attached(port: port)
            return try await Self.run(options, body)
        }
    }

    private static func run<Result>(
        _ options: HostOptions, _ body: (FunctionsHost.Endpoint) async throws -> Result
    ) async throws -> Result {
        let (endpoints, endpoint) = AsyncStream.makeStream(of: FunctionsHost.Endpoint.self)
        let host = try FunctionsHost(options: options) { endpoint.yield($0) }
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                defer { endpoint.finish() }
                try await host.run()
            }
            guard let endpoint = await endpoints.first(where: { _ in true }) else {
                try await group.waitForAll()
                throw CancellationError()
            }
            let result = try await body(endpoint)
            group.cancelAll()
            do {
                try await group.waitForAll()
            } catch is CancellationError {}
            return result
        }
    }
}

private struct SilentConsole: HostConsole {
    func log(_ entry: HostLogEntry) {}
}

extension JSONValue {
    /// This host.json with what no host starts without; the description starts nothing here.
    fileprivate var describingHandler: JSONValue {
        var host = object ?? [:]
        if host["version"] == nil { host["version"] = "2.0" }
        var handler = host["customHandler"]?.object ?? [:]
        if handler["description"] == nil { handler["description"] = ["defaultExecutablePath": "handler"] }
        host["customHandler"] = .object(handler)
        return .object(host)
    }
}
