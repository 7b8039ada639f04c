// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions
import AzureFunctionsTesting
import HTTPTypes
import StrictJSON
import Testing

@Suite struct `Rules that host.json and the host's routing add` {
    private func hidden(
        _ first: (route: String, methods: [HTTPRequest.Method]),
        _ second: (route: String, methods: [HTTPRequest.Method])
    ) throws -> Int {
        let app = FunctionApp {
            HTTPFunction("a", route: first.route, methods: first.methods) { _, _ in .status(.ok) }
            HTTPFunction("b", route: second.route, methods: second.methods) { _, _ in .status(.ok) }
        }
        return try app.registry(host: nil).warnings.count
    }

    @Test(arguments: [
        ("{*rest}", "items"), ("items/{name}", "items/special"), ("items/{name}", "items/{id:int}"),
        ("{any?}", "x"), ("items/{id:int}", "items/{number:int}"), ("{a}-{b}", "x-y"),
    ])
    func `A route that an earlier function takes is warned about`(first: String, second: String) throws {
        #expect(try hidden((first, []), (second, [.get])) == 1)
    }

    @Test(arguments: [
        ("items", "{*rest}"), ("items/special", "items/{name}"), ("items/{id:int}", "items/{name}"),
        ("items/{id:guid}", "items/{id:int}"), ("a", "b"), ("items/{id}", "items/{id}/parts"),
    ])
    func `A route with requests of its own is not`(first: String, second: String) throws {
        #expect(try hidden((first, []), (second, [.get])) == 0)
    }

    @Test func `Only a function that takes all methods hides another`() throws {
        #expect(try hidden(("{*rest}", [.get]), ("items", [.get, .post])) == 0)
        #expect(try hidden(("{*rest}", [.get, .post]), ("items", [.post])) == 1)
        #expect(try hidden(("{*rest}", [.get]), ("items", [])) == 0)
    }

    @Test func `A warning names both functions and does not keep the app from starting`() async throws {
        let log = TestLog()
        let app = FunctionApp {
            HTTPFunction("all", route: "{*rest}") { _, _ in .status(.ok) }
            HTTPFunction("items") { _, _ in .status(.ok) }
        }
        try await app.withServer(logger: log.logger) { _ in }
        #expect(log.text.contains("items: no request reaches the route \"items\", because \"{*rest}\" of all"))
    }

    @Test func `A trigger from the extension bundle needs the bundle in host.json`() async throws {
        let app = FunctionApp {
            QueueFunction("q", queue: "in", of: String.self) { _, _ in }
            HTTPFunction("h") { _, _ in .status(.ok) }
            HTTPFunction("o", sending: .queue("out")) { _, _ in (.status(.ok), "x") }
        }
        let error = await #expect(throws: ConfigurationError.self) {
            try await app.withServer(hostJSON: ["version": "2.0"]) { _ in }
        }
        #expect(error?.problems.map(\.code) == [.extensionBundle, .extensionBundle])
        #expect(error?.description.contains("Microsoft.Azure.Functions.ExtensionBundle") == true)
        try await app.withServer { _ in }
    }
}
