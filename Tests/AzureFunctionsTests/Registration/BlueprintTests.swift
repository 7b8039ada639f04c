// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions
import AzureFunctionsTesting
import HTTPTypes
import StrictJSON
import Testing

@Suite struct Blueprints {
    private func trigger(_ name: String, of app: FunctionApp) throws -> JSONValue {
        let file = try #require(Manifest(try app.registry(host: nil)).files.first { $0.name == name })
        return try #require(try JSONValue(parsing: file.bytes)["bindings"]?.array?.first)
    }

    @Test func `The functions of blueprint and app stand side by side`() throws {
        var app = FunctionApp { HTTPFunction("own") { _, _ in .status(.ok) } }
        app.register(Blueprint { TimerFunction("tick", schedule: "0 0 * * * *") { _, _ in } })
        #expect(Manifest(try app.registry(host: nil)).files.map(\.name) == ["own", "tick"])
    }

    @Test func `Functions of two blueprints must not share a name`() {
        let app = FunctionApp {
            Blueprint { HTTPFunction("same", route: "a") { _, _ in .status(.ok) } }
            Blueprint { HTTPFunction("Same", route: "b") { _, _ in .status(.ok) } }
        }
        let error = #expect(throws: ConfigurationError.self) { try app.validate() }
        #expect(error?.problems.map(\.code) == [.duplicateName])
    }

    @Test func `A blueprint that comes twice is named as such, once`() {
        let line: UInt = #line + 1
        let blueprint = Blueprint { HTTPFunction("a") { _, _ in .status(.ok) } }
        let app = FunctionApp {
            blueprint
            Blueprint(namePrefix: "other-") { blueprint }
        }
        let error = #expect(throws: ConfigurationError.self) { try app.validate() }
        #expect(error?.problems.map(\.code) == [.duplicateBlueprint])
        #expect(error?.problems.first?.site?.line == line)
    }

    @Test func `Two blueprints from one function are not the same blueprint`() throws {
        func items(_ prefix: String) -> Blueprint {
            Blueprint(routePrefix: prefix, namePrefix: prefix + "-") {
                HTTPFunction("list", route: "") { _, _ in .status(.ok) }
            }
        }
        try FunctionApp {
            items("cars")
            items("bikes")
        }.validate()
    }

    @Test func `Nested blueprints pass on route prefix, name prefix and level`() throws {
        let app = FunctionApp(authLevel: .admin) {
            Blueprint(routePrefix: "/v1/", namePrefix: "v1-", authLevel: .function) {
                Blueprint(routePrefix: "items", namePrefix: "items-") {
                    HTTPFunction("get", route: "{id:int}", methods: [.get]) { _, _ in .status(.ok) }
                    HTTPFunction("open", authLevel: .anonymous) { _, _ in .status(.ok) }
                }
            }
            HTTPFunction("top") { _, _ in .status(.ok) }
        }
        let get = try trigger("v1-items-get", of: app)
        #expect(get["route"] == "v1/items/{id:int}")
        #expect(get["authLevel"] == "function")
        let open = try trigger("v1-items-open", of: app)
        #expect(open["authLevel"] == "anonymous")
        #expect(open["route"]?.string?.hasPrefix("v1/items/") == true)
        #expect(try trigger("top", of: app)["authLevel"] == "admin")
    }

    @Test func `Guards run from the outside in, then the function's own`() async throws {
        let order = Probe<String>()
        let app = FunctionApp {
            Blueprint(guardedBy: NotingGuard("outer", order)) {
                Blueprint(guardedBy: NotingGuard("inner", order)) {
                    HTTPFunction("hello", guardedBy: NotingGuard("own", order)) { _, value, _ in .text(value) }
                }
            }
        }
        try await app.test { client in
            let response = try await client.get("/api/hello")
            #expect(response.body == Array("own".utf8))
        }
        #expect(order.values == ["outer", "inner", "own"])
    }

    @Test func `A guard that refuses keeps inner guards and handler from running`() async throws {
        let order = Probe<String>()
        let app = FunctionApp {
            Blueprint(guardedBy: NotingGuard("outer", order, refuses: true)) {
                HTTPFunction("hello", guardedBy: NotingGuard("own", order)) { _, _, _ in
                    order.record("handler")
                    return .status(.ok)
                }
            }
        }
        try await app.test { client in
            let response = try await client.get("/api/hello")
            #expect(response.status == .forbidden)
        }
        #expect(order.values == ["outer"])
    }

    @Test func `The problems of a guard are reported with the function's place`() {
        let line: UInt = #line + 2
        let app = FunctionApp {
            HTTPFunction("hello", guardedBy: BrokenGuard()) { _, _, _ in .status(.ok) }
        }
        let error = #expect(throws: ConfigurationError.self) { try app.validate() }
        #expect(error?.problems.map(\.code) == [.guardPolicy])
        #expect(error?.problems.first?.site?.line == line)
        #expect(error?.problems.first?.message == "hello: no key is cut")
    }

    @Test func `One blueprint serves two apps, each with its own level`() throws {
        let blueprint = Blueprint { HTTPFunction("hello") { _, _ in .status(.ok) } }
        let open = FunctionApp(authLevel: .anonymous) { blueprint }
        let closed = FunctionApp(authLevel: .admin) { blueprint }
        #expect(try trigger("hello", of: open)["authLevel"] == "anonymous")
        #expect(try trigger("hello", of: closed)["authLevel"] == "admin")
        #expect(try trigger("hello", of: open)["authLevel"] == "anonymous")
    }

    @Test func `Registering takes the blueprint as it is, and the first app stays as it was`() throws {
        let first = FunctionApp { HTTPFunction("a") { _, _ in .status(.ok) } }
        var second = first
        second.register(Blueprint { HTTPFunction("b") { _, _ in .status(.ok) } })
        #expect(Manifest(try first.registry(host: nil)).files.map(\.name) == ["a"])
        #expect(Manifest(try second.registry(host: nil)).files.map(\.name) == ["a", "b"])
    }

    @Test(arguments: [true, false]) func `Conditions and loops declare functions`(isOn: Bool) throws {
        let app = FunctionApp {
            if isOn {
                HTTPFunction("on") { _, _ in .status(.ok) }
            } else {
                HTTPFunction("off") { _, _ in .status(.ok) }
            }
            for number in 1...2 { TimerFunction("t\(number)", schedule: "0 0 * * * *") { _, _ in } }
        }
        #expect(Manifest(try app.registry(host: nil)).files.map(\.name) == [isOn ? "on" : "off", "t1", "t2"])
    }
}
