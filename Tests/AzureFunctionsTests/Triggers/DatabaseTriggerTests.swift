// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions
import StrictJSON
import Testing

private struct Item: Codable, Sendable, Equatable {
    let id: String
    var title: String?
}

@Suite struct `Database triggers` {
    @Test func `Documents of Cosmos DB come as an array in a text`() async throws {
        let value = #""\"[{\\\"id\\\":\\\"1\\\"},{\\\"id\\\":\\\"2\\\"}]\"""#
        let trigger = Trigger.cosmosDB("c", database: "d", connection: "Cosmos", of: [Item].self)
        #expect(try await Fired.payload(trigger, value) == [Item(id: "1"), Item(id: "2")])
        let old = Trigger.cosmosDBv3("c", database: "d", connection: "Cosmos", of: [Item].self)
        #expect(try await Fired.payload(old, #""[{\"id\":\"1\"}]""#) == [Item(id: "1")])
    }

    @Test func `Changes of a table have an operation, as number or name`() async throws {
        let value = #"""
            "[{\"Operation\":0,\"Item\":{\"id\":\"1\",\"title\":\"a\"}},{\"Operation\":\"Update\",\"Item\":{\"id\":\"2\"}},{\"Operation\":2,\"Item\":{\"id\":\"3\"}}]"
            """#
        #expect(
            try await Fired.payload(.sql("t", connection: "SQL", of: Item.self), value) == [
                SQLChange(.insert, Item(id: "1", title: "a")), SQLChange(.update, Item(id: "2")),
                SQLChange(.delete, Item(id: "3")),
            ])
        #expect(
            try await Fired.payload(
                .mySQL("t", connection: "SQL", of: Item.self), #""[{\"Operation\":0,\"Item\":{\"id\":\"1\"}}]""#)
                == [MySQLChange(Item(id: "1"))])
    }

    @Test func `A change of no known kind fails the invocation`() async {
        for operation in ["7", #"\"Merge\""#, "null"] {
            await #expect(throws: Fired.Refused.self) {
                _ = try await Fired.payload(
                    Trigger.sql("t", connection: "SQL", of: Item.self),
                    #""[{\"Operation\":\#(operation),\"Item\":{\"id\":\"1\"}}]""#)
            }
        }
    }
}
