// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions
import BenchmarkSupport
import CostKit
import HTTPTypes
import Logging
import NIOHTTP1

/// A whole invocation without its connection: found, decoded, run, encoded.
///
/// All functions of an app are called in turn, so that what is far apart in memory costs what it costs.
enum InvocationCosts {
    static let sizes = [1, 10, 100, 1_000]

    static func all() throws -> [Cost] {
        try sizes.map { try cost("functions", $0, .envelope) }
            + sizes.map { try cost("plain-functions", $0, .forwarding) }
    }

    private static func cost(_ group: String, _ size: Int, _ mode: HostConfiguration.HTTPMode) throws -> Cost {
        var host = HostConfiguration()
        host.httpMode = mode
        let registry = try app(size).registry(host: host)
        let dispatcher = Dispatcher(registry: registry, host: host, isDevelopment: false, logger: logger)
        let requests = (0..<size).map { mode == .envelope ? envelope($0) : plain($0) }
        return Cost(group, size: size) { count in
            for index in 0..<count {
                let answer = await dispatcher.respond(to: requests[index % size])
                guard answer.status == .ok, !answer.body.isEmpty else {
                    throw UnexpectedOutcome("An invocation is answered by \(answer.status).")
                }
            }
        }
    }

    /// As an app's own by default.
    private static var logger: Logger { Logger(label: "cost") { HostLogHandler(label: $0, level: .info) } }

    private static func app(_ size: Int) -> FunctionApp {
        FunctionApp {
            Blueprint(authLevel: .anonymous) {
                for number in 0..<size {
                    HTTPFunction(name(number), methods: [.get]) { request, _ in .text(request.method.rawValue) }
                }
            }
        }
    }

    private static func name(_ number: Int) -> String { "function-\(number)" }

    private static func envelope(_ number: Int) -> HandlerRequest {
        HandlerRequest(
            method: .POST, target: "/\(name(number))",
            headers: ["Content-Type": "application/json", "X-Azure-Functions-InvocationId": id, "Host": "127.0.0.1"],
            body: body)
    }

    private static func plain(_ number: Int) -> HandlerRequest {
        HandlerRequest(
            method: .GET, target: "/api/\(name(number))?name=Adele",
            headers: [
                "Host": "127.0.0.1", "X-Azure-Functions-InvocationId": id, "User-Agent": "benchmark/1.0",
                "Authorization": authorization,
            ], body: [])
    }

    /// One for all, as bytes that have just come are in the processor's cache whatever function it is for.
    private static let authorization = "Bearer \(String(repeating: "a", count: 1_400))"
    private static let body = SampleTexts.envelope(token: String(repeating: "a", count: 1_400))
    private static let id = "2f6c1b7e-6a1d-4c57-9d5b-0f6a4c1e8b3d"
}
