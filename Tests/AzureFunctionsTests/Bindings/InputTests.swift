// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions
import NIOHTTP1
import StrictJSON
import Testing

private struct Item: Codable, Sendable, Equatable {
    let id: String
}

@Suite struct `Inputs` {
    @Test func `A blob is text, bytes or JSON`() async throws {
        #expect(try await Fired.input(.blob("c/b", of: String.self), #""\"hi\"""#) == "hi")
        #expect(try await Fired.input(.blob("c/b", of: [UInt8].self), #""AP8=""#) == [0, 255])
        #expect(try await Fired.input(.blob("c/b", of: Item.self), #""\"{\\\"id\\\":\\\"1\\\"}\"""#) == Item(id: "1"))
    }

    @Test func `What the host did not find is nil where that is declared, and a failure elsewhere`() async throws {
        #expect(try await Fired.input(.blob("c/b", of: String?.self), #""null""#) == nil)
        #expect(try await Fired.input(.blob("c/b", of: [UInt8]?.self), #""null""#) == nil)
        #expect(
            try await Fired.input(.cosmosDB("c", database: "d", connection: "C", id: "1", of: Item?.self), #""null""#)
                == nil)
        #expect(try await Fired.input(.blob("c/b", of: JSONValue.self), #""null""#) == nil as JSONValue)
        await #expect(throws: Fired.Refused.self) {
            _ = try await Fired.input(.blob("c/b", of: String.self), #""null""#)
        }
        await #expect(throws: Fired.Refused.self) {
            _ = try await Fired.input(.blob("c/b", of: Item.self), #""null""#)
        }
    }

    @Test func `A text that reads null is not taken for nothing`() async throws {
        #expect(try await Fired.input(.blob("c/b", of: String?.self), #""\"null\"""#) == "null")
    }

    @Test func `One document is an object or a text of it, several are an array`() async throws {
        let one = Input.cosmosDB("c", database: "d", connection: "C", id: "{id}", of: Item.self)
        #expect(try await Fired.input(one, #""\"{\\\"id\\\":\\\"1\\\"}\"""#) == Item(id: "1"))
        #expect(try await Fired.input(one, #"{"id":"1"}"#) == Item(id: "1"))
        let several = Input.cosmosDB("c", database: "d", connection: "C", query: "SELECT", of: [Item].self)
        #expect(try await Fired.input(several, #""[{\"id\":\"1\"}]""#) == [Item(id: "1")])
        let rows = Input.table("t", partitionKey: "p", of: [Item].self)
        #expect(try await Fired.input(rows, #""[]""#) == [])
        let row = Input.table("t", partitionKey: "p", rowKey: "r", of: Item?.self)
        #expect(try await Fired.input(row, #"{"id":"1"}"#) == Item(id: "1"))
        #expect(
            try await Fired.input(.sql("SELECT", connection: "S", of: [Item].self), #""[{\"id\":\"1\"}]""#) == [
                Item(id: "1")
            ])
    }

    @Test func `A connection to SignalR, a secret and a Durable client have types of their own`() async throws {
        #expect(
            try await Fired.input(.signalRConnectionInfo(hub: "h"), #"{"url":"https://x","accessToken":"t"}"#)
                == SignalRConnectionInfo(url: "https://x", accessToken: "t"))
        #expect(try await Fired.input(.daprSecret("v", key: "k"), #"{"k":"s"}"#) == ["k": "s"])
        let client =
            #""{\"taskHubName\":\"hub\",\"creationUrls\":{\"createNewInstancePostUri\":\"http://x\"},\"managementUrls\":{\"id\":\"INSTANCEID\"}}""#
        #expect(
            try await Fired.input(.durableClient(), client)
                == DurableClient(
                    taskHubName: "hub", creationURLs: ["createNewInstancePostUri": "http://x"],
                    managementURLs: ["id": "INSTANCEID"]))
    }

    @Test func `Several inputs come in the order of their declaration, under names of their own`() async throws {
        let values = Probe<String>()
        let app = FunctionApp {
            Function(
                "f", on: .queue("q", of: String.self),
                reading: .all(
                    .blob("c/a", of: String.self), .blob("c/b", of: String?.self).named("second"),
                    .generic(type: "redis", of: Int.self))
            ) { message, inputs, _ in
                values.record("\(message) \(inputs.0) \(inputs.1 ?? "-") \(inputs.2)")
            }
        }
        let data = #""message":"\"m\"","input":"\"a\"","second":"null","input2":"3""#
        #expect(try await Door(app).invoke("f", #"{"Data":{\#(data)},"Metadata":{}}"#).status == .ok)
        #expect(values.last == "m a - 3")
    }

    @Test func `An input that the host leaves out fails the invocation`() async throws {
        let app = FunctionApp {
            Function("f", on: .queue("q", of: String.self), reading: .blob("c/a", of: String?.self)) { _, _, _ in }
        }
        #expect(
            try await Door(app).invoke("f", #"{"Data":{"message":"\"m\""},"Metadata":{}}"#).status
                == .badRequest)
    }
}
