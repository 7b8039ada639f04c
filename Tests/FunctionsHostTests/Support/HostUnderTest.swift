// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FunctionsHost
import Logging
import ServiceLifecycle

/// A running host and what a test needs to talk to it.
struct HostUnderTest: Sendable {
    let port: Int
    let console: RecordingConsole
    let handler: ScriptedHandler

    /// Runs a host for an app in front of a scripted handler.
    static func withRunning<Result: Sendable>(
        _ app: [String: String], environment: [String: String] = [:], clock: (any HostClock)? = nil,
        keys: HostKeys? = nil, options change: (inout HostOptions) -> Void = { _ in },
        answer: @escaping @Sendable (HTTPMessage) -> HTTPMessage = { _ in .json("{}") },
        _ body: (HostUnderTest) async throws -> Result
    ) async throws -> Result {
        let folder = try AppFolder(["host.json": AppFolder.hostJSON].merging(app) { $1 })
        defer { folder.remove() }
        let handler = ScriptedHandler(answer)
        return try await handler.withPort { handlerPort in
            let console = RecordingConsole()
            var options = HostOptions(appRoot: folder.path, environment: environment, console: console)
            options.port = 0
            options.handler = .attached(port: handlerPort)
            options.keys = keys
            if let clock { options.clock = clock }
            change(&options)
            return try await run(options) { port in
                try await body(HostUnderTest(port: port, console: console, handler: handler))
            }
        }
    }

    /// Runs a host until the body ends, then shuts it down in order.
    static func run<Result: Sendable>(
        _ options: HostOptions, _ body: (Int) async throws -> Result
    ) async throws -> Result {
        let (ports, continuation) = AsyncStream<Int>.makeStream()
        let host = try FunctionsHost(options: options) { endpoint in continuation.yield(endpoint.port) }
        let group = ServiceGroup(
            services: [host], logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        async let running: Void = group.run()
        var iterator = ports.makeAsyncIterator()
        guard let port = await iterator.next() else { throw CancellationError() }
        do {
            let result = try await body(port)
            await group.triggerGracefulShutdown()
            try await running
            return result
        } catch {
            await group.triggerGracefulShutdown()
            throw error
        }
    }

    func get(_ target: String, headers: String = "") async throws -> HTTPMessage {
        try await HTTPExchange.send(
            "GET \(target) HTTP/1.1\r\nHost: localhost:7071\r\nConnection: close\r\n\(headers)\r\n", port: port)
    }

    func post(_ target: String, type: String, _ body: [UInt8], headers: String = "") async throws -> HTTPMessage {
        let head =
            "POST \(target) HTTP/1.1\r\nHost: localhost:7071\r\nConnection: close\r\nContent-Type: \(type)\r\n"
            + "Content-Length: \(body.count)\r\n\(headers)\r\n"
        return try await HTTPExchange.send(Array(head.utf8) + body, port: port)
    }
}
