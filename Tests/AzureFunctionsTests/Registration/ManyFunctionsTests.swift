// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions
import HTTPTypes
import StrictJSON
import Testing

/// What grew with the square of the number of functions would take hours here.
@Suite(.timeLimit(.minutes(2))) struct `Apps of 10,000 functions` {
    private static let proxying = HostConfiguration(
        json: ["customHandler": ["enableProxyingHttpRequest": true], "extensions": ["http": ["routePrefix": ""]]],
        settings: [:])

    private static func app(_ routes: [String]) -> FunctionApp {
        FunctionApp {
            for (index, route) in routes.enumerated() {
                HTTPFunction("http-\(index)", route: route) { _, _ in .status(.ok) }
            }
            for index in 0..<5_000 { TimerFunction("timer-\(index)", schedule: "0 0 * * * *") { _, _ in } }
        }
    }

    @Test func `They are registered, and the rules between functions hold`() throws {
        let routes = (0..<5_000).map { "shop\($0 % 100)/items-\($0)/{id:int}" }
        let registry = try Self.app(routes).registry(host: Self.proxying)
        #expect(registry.warnings.isEmpty)
        #expect(Manifest(registry).files.count == 10_000)
    }

    @Test func `A route among them that shadows another function is found`() throws {
        var routes = (0..<5_000).map { "shop\($0 % 100)/items-\($0)/{id:int}" }
        routes[4_321] = "timer-{number:range(7,8)}"
        let error = #expect(throws: ConfigurationError.self) {
            try Self.app(routes).registry(host: Self.proxying)
        }
        #expect(error?.problems.map(\.code) == [.routeShadowsFunction, .routeShadowsFunction])
        #expect(error?.problems.last?.message.contains("/timer-8,") == true)
    }

    @Test func `A hidden route among them is warned about`() throws {
        var routes = (0..<5_000).map { "shop\($0 % 100)/items-\($0)/{id:int}" }
        routes[1] = "shop7/{kind}/{id:int}"
        let warnings = try Self.app(routes).registry(host: nil).warnings
        // In the order of names, where http-1007 comes behind http-1.
        #expect(warnings.count == 50)
        #expect(warnings.allSatisfy { $0.code == .hiddenRoute && $0.message.contains("\"shop7/{kind}/{id:int}\"") })
    }
}
