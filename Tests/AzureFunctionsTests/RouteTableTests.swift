// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions
import Testing

@Suite("Route tables")
struct RouteTableTests {
    private func table(_ routes: [(String, Set<String>)]) throws -> RouteTable<Int> {
        RouteTable(
            try routes.enumerated().map { index, route in
                (template: try RouteTemplate(route.0), methods: route.1, value: index)
            })
    }

    @Test("The first match wins, however exact a later one is")
    func firstMatch() throws {
        let table = try table([("api/{*rest}", []), ("api/items", []), ("{*all}", [])])
        #expect(table.match(method: "GET", path: "/api/items")?.value == 0)
        #expect(table.match(method: "GET", path: "/other")?.value == 2)
        #expect(table.match(method: "GET", path: "/other")?.parameters["all"] == "other")
    }

    @Test("Literals and parameters keep their order among each other")
    func order() throws {
        let table = try table([("b", []), ("{x}", []), ("a", []), ("{y}/z", []), ("a/z", [])])
        #expect(table.match(method: "GET", path: "/a")?.value == 1)
        #expect(table.match(method: "GET", path: "/B")?.value == 0)
        #expect(table.match(method: "GET", path: "/a/z")?.value == 3)
    }

    @Test("A method that does not fit falls through, and firstMatch ignores methods")
    func methods() throws {
        let table = try table([("a", ["GET"]), ("a", ["POST", "PUT"]), ("b", ["GET"])])
        #expect(table.match(method: "PUT", path: "/a")?.value == 1)
        #expect(table.match(method: "DELETE", path: "/a") == nil)
        #expect(table.firstMatch(path: "/a") == 0)
        #expect(table.firstMatch(path: "/c") == nil)
    }

    @Test("An encoded letter is the letter")
    func encoded() throws {
        #expect(try table([("abc", [])]).match(method: "GET", path: "/%61bc")?.value == 0)
    }
}
