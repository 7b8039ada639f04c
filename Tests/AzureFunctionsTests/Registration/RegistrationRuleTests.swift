// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions
import HTTPTypes
import StrictJSON
import Testing

@Suite struct `Registration rules` {
    private func problems(_ app: FunctionApp, hostJSON: JSONValue? = nil) -> [Problem] {
        do throws(ConfigurationError) {
            _ = try app.registry(host: hostJSON.map { HostConfiguration(json: $0, settings: [:]) })
            return []
        } catch {
            return error.problems
        }
    }

    @Test(arguments: ["", "1a", "-a", "a b", "a.b", "a/b", "ä", "host", "HOST", String(repeating: "a", count: 129)])
    func `A name that the host does not accept is a problem`(name: String) {
        let app = FunctionApp { TimerFunction(name, schedule: "0 0 * * * *") { _, _ in } }
        #expect(problems(app).map(\.code) == [.functionName])
    }

    @Test(arguments: ["a", "A1", "a-b_c", "hosts", String(repeating: "a", count: 128)])
    func `A name that the host accepts is none`(name: String) {
        let app = FunctionApp { TimerFunction(name, schedule: "0 0 * * * *") { _, _ in } }
        #expect(problems(app).isEmpty)
    }

    @Test func `Names that differ by case only are duplicates, and both places are named`() throws {
        let first: UInt = #line + 2
        let app = FunctionApp {
            TimerFunction("tick", schedule: "0 0 * * * *") { _, _ in }
            TimerFunction("Tick", schedule: "0 0 * * * *") { _, _ in }
        }
        let problem = try #require(problems(app).first)
        #expect(problem.code == .duplicateName)
        #expect(problem.site?.line == first + 1)
        #expect(problem.message.contains("AzureFunctionsTests/RegistrationRuleTests.swift:\(first)"))
    }

    @Test(arguments: ["admin", "Administrators/{id}", "runtime", "runtimeinfo", "/admin/x"])
    func `A route that the host keeps for itself is a problem`(route: String) {
        let app = FunctionApp { HTTPFunction("hello", route: route) { _, _ in .status(.ok) } }
        #expect(problems(app).map(\.code) == [.reservedRoute])
    }

    @Test func `A function without route is judged by its name`() {
        let app = FunctionApp { HTTPFunction("administer") { _, _ in .status(.ok) } }
        #expect(problems(app).map(\.code) == [.reservedRoute])
    }

    @Test func `A route prefix keeps a reserved word harmless`() {
        let app = FunctionApp {
            Blueprint(routePrefix: "shop") { HTTPFunction("admin", route: "admin") { _, _ in .status(.ok) } }
        }
        #expect(problems(app).isEmpty)
    }

    @Test(arguments: ["{id", "id}", "{}", "{id:nosuch}", "{a}{b}", "{*rest}/x", "a?b"])
    func `A route that is no template is a problem`(route: String) {
        let app = FunctionApp { HTTPFunction("hello", route: route) { _, _ in .status(.ok) } }
        #expect(problems(app).map(\.code) == [.routeTemplate])
    }

    @Test func `One route for two functions with a common method is a problem`() throws {
        let app = FunctionApp {
            HTTPFunction("one", route: "Items", methods: [.get, .post]) { _, _ in .status(.ok) }
            HTTPFunction("two", route: "items", methods: [.post]) { _, _ in .status(.ok) }
        }
        let problem = try #require(problems(app).first)
        #expect(problem.code == .duplicateRoute)
        #expect(problem.message.hasPrefix("two: the route \"items\" belongs to one"))
    }

    @Test func `A function for all methods has every method in common`() {
        let app = FunctionApp {
            HTTPFunction("one", route: "items") { _, _ in .status(.ok) }
            HTTPFunction("two", route: "items", methods: [.post]) { _, _ in .status(.ok) }
        }
        #expect(problems(app).map(\.code) == [.duplicateRoute])
    }

    @Test func `One route for two functions of different methods is fine`() {
        let app = FunctionApp {
            HTTPFunction("one", route: "items", methods: [.get]) { _, _ in .status(.ok) }
            HTTPFunction("two", route: "items", methods: [.post]) { _, _ in .status(.ok) }
        }
        #expect(problems(app).isEmpty)
    }

    @Test(arguments: ["", "x", "* * * *", "0 0 0 31 2 *", "61 * * * * *", "0 */0 * * * *", "00:00:00", "%%"])
    func `A schedule that the host cannot read is a problem`(schedule: String) {
        let app = FunctionApp { TimerFunction("tick", schedule: schedule) { _, _ in } }
        #expect(problems(app).map(\.code) == [.schedule])
    }

    @Test(arguments: ["0 */5 * * * *", "*/5 * * * *", "00:30:00", "%SCHEDULE%"])
    func `A schedule that the host can read is none`(schedule: String) {
        let app = FunctionApp { TimerFunction("tick", schedule: schedule) { _, _ in } }
        #expect(problems(app).isEmpty)
    }

    @Test func `An app without functions is a problem`() {
        #expect(problems(FunctionApp {}).map(\.code) == [.noFunctions])
    }

    @Test func `All problems are reported at once, in the order of their places`() throws {
        let line: UInt = #line + 2
        let app = FunctionApp {
            TimerFunction("1st", schedule: "never") { _, _ in }
            HTTPFunction("second", route: "admin/{x") { _, _ in .status(.ok) }
            HTTPFunction("third", route: "c") { _, _ in .status(.ok) }
            HTTPFunction("THIRD", route: "c") { _, _ in .status(.ok) }
        }
        let found = problems(app)
        #expect(
            Set(found.map(\.code)) == [
                .functionName, .schedule, .routeTemplate, .reservedRoute, .duplicateName, .duplicateRoute,
            ])
        #expect(found.count == 6)
        #expect(found.compactMap(\.site?.line) == [line, line, line + 1, line + 1, line + 3, line + 3])
        let error = #expect(throws: ConfigurationError.self) { try app.validate() }
        let text = try #require(error).description
        #expect(text.split(separator: "\n").count == 6)
        #expect(text.contains("AzureFunctionsTests/RegistrationRuleTests.swift:\(line): 1st: "))
        #expect(text.contains("[schedule]"))
    }

    @Test func `Validation is pure and repeatable`() throws {
        let good = FunctionApp { TimerFunction("tick", schedule: "0 0 * * * *") { _, _ in } }
        for _ in 0..<3 { try good.validate() }
        let bad = FunctionApp { TimerFunction("tick", schedule: "never") { _, _ in } }
        for _ in 0..<3 { #expect(throws: ConfigurationError.self) { try bad.validate() } }
    }
}
