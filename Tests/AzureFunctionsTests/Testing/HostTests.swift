// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions
import AzureFunctionsTesting
import FunctionsHost
import HTTPTypes
import Logging
import NIOHTTP1
import StrictJSON
import Synchronization
import Testing

@Suite struct `An app behind the emulated host` {
    private final class Lines: HostConsole {
        private let lines = Mutex<[String]>([])

        var all: [String] { lines.withLock { $0 } }

        func log(_ entry: HostLogEntry) { lines.withLock { $0.append(entry.message) } }
    }

    private func get(
        _ path: String, _ host: FunctionsHost.Endpoint, _ fields: [String] = []
    ) async throws -> RawResponse {
        let lines = ["GET \(path) HTTP/1.1", "Host: localhost"] + fields + ["Connection: close", "", ""]
        return try await RawConnection.with(port: host.port) { connection in
            try await connection.send(lines.joined(separator: "\r\n"))
            return try await connection.response()
        }
    }

    @Test(arguments: [false, true]) func `A client's request goes through host and handler`(
        isForwarded: Bool
    ) async throws {
        let app = FunctionApp {
            HTTPFunction("hello", route: "hello/{name}", methods: [.get]) { request, context in
                context.logger.info("greeting")
                return .text("Hello, \(request.parameters["name"] ?? "")!")
            }
        }
        let console = Lines()
        let hostJSON: JSONValue = ["customHandler": ["enableForwardingHttpRequest": .bool(isForwarded)]]
        try await app.withHost(hostJSON: hostJSON, console: console) { host in
            let answer = try await get("/api/hello/Ada", host)
            #expect(answer.status == 200)
            #expect(answer.text == "Hello, Ada!")
            let missing = try await get("/api/nothing", host)
            #expect(missing.status == 404)
        }
        #expect(console.all.contains { $0.hasPrefix("Executed 'Functions.hello' (Succeeded") })
    }

    @Test func `What keeps the app from starting is said before anything runs`() async throws {
        let app = FunctionApp { HTTPFunction("host") { _, _ in .status(.ok) } }
        await #expect(throws: ConfigurationError.self) { try await app.withHost { _ in } }
    }
}
