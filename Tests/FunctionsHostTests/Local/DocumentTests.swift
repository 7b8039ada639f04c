// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FunctionsHost
import Logging
import StrictJSON
import Testing

@Suite("Documents and tables", .timeLimit(.minutes(5)))
struct DocumentTests {
    private static let names = #""databaseName":"shop","containerName":"orders","connection":"C""#

    @Test("A change feed gives the latest versions, from the function's first start on")
    func changeFeed() async throws {
        let app = [
            "c/function.json": AppFolder.function(
                #""type":"cosmosDBTrigger","direction":"in","name":"docs",\#(Self.names)"#),
            "f/function.json": AppFolder.http(
                output: #"{"type":"cosmosDB","direction":"out","name":"out",\#(Self.names)}"#),
        ]
        try await HostUnderTest.withRunning(
            app, answer: { .json($0.uri == "/f" ? #"{"Outputs":{"out":[{"id":"1"},{"id":"2","n":2}]}}"# : "{}") }
        ) { host async throws in
            await host.console.wait(for: "The change feed of 'shop/orders' is read from change 1 on.")
            #expect(try await host.get("/api/f").status < 300)
            let envelope = try await host.firstEnvelope("c")
            #expect(envelope["Data"]?["docs"] == #""[{\"id\":\"1\"},{\"id\":\"2\",\"n\":2}]""#)
            #expect(envelope["Metadata"]?.object?.names == ["sys"])
        }
    }

    @Test("A document without an id fails the invocation")
    func withoutID() async throws {
        let app = [
            "f/function.json": AppFolder.http(
                output: #"{"type":"cosmosDB","direction":"out","name":"out",\#(Self.names)}"#)
        ]
        try await HostUnderTest.withRunning(app, answer: { _ in .json(#"{"Outputs":{"out":{"n":1}}}"#) }) {
            host async throws in
            #expect(try await host.get("/api/f").status == 500)
        }
    }

    @Test("Documents come in by id and by query")
    func inputs() async throws {
        let query = "SELECT * FROM c WHERE c.city = {query.city} AND c.n >= 2 ORDER BY c.n DESC"
        let app = [
            "f/function.json": AppFolder.http(
                output: #"{"type":"cosmosDB","direction":"in","name":"one","id":"{query.id}",\#(Self.names)},"#
                    + #"{"type":"cosmosDB","direction":"in","name":"list","sqlQuery":"\#(query)",\#(Self.names)},"#
                    + #"{"type":"http","direction":"out","name":"res"}"#)
        ]
        try await HostUnderTest.withRunning(app) { host async throws in
            for (id, city, n) in [("1", "Oslo", 1), ("2", "Oslo", 2), ("3", "Rome", 3), ("4", "Oslo", 4)] {
                let document: JSONValue = ["id": .string(id), "city": .string(city), "n": .integer(Int64(n))]
                #expect(
                    try await host.send("PUT", "/_dev/api/documents/shop/orders", document.serialized()).status == 201)
            }
            _ = try await host.get("/api/f?id=3&city=Oslo")
            _ = try await host.get("/api/f?id=9&city=Oslo")
            let data = try host.envelopes("f").compactMap { $0["Data"] }
            #expect(data.first?["one"] == #""{\"id\":\"3\",\"city\":\"Rome\",\"n\":3}""#)
            #expect(
                data.first?["list"] == #"[{"id":"4","city":"Oslo","n":4},{"id":"2","city":"Oslo","n":2}]"#)
            #expect(data.last?["one"] == "null")
        }
    }

    @Test("A query that is not understood fails the invocation and says what is")
    func unknownQuery() async throws {
        let app = [
            "f/function.json": AppFolder.http(
                output:
                    #"{"type":"cosmosDB","direction":"in","name":"x","sqlQuery":"SELECT c.id FROM c",\#(Self.names)}"#)
        ]
        try await HostUnderTest.withRunning(app) { host async throws in
            #expect(try await host.get("/api/f").status == 500)
            await host.console.wait(for: "The local store understands SELECT")
        }
    }

    @Test("Rows are written once and come in by key and by filter")
    func tables() async throws {
        let table = #""tableName":"people","connection":"S""#
        let app = [
            "w/function.json": AppFolder.http(
                output: #"{"type":"table","direction":"out","name":"out","partitionKey":"p",\#(table)}"#),
            "r/function.json": AppFolder.http(
                output:
                    #"{"type":"table","direction":"in","name":"one","partitionKey":"p","rowKey":"{query.id}",\#(table)},"#
                    + #"{"type":"table","direction":"in","name":"all","filter":"Age gt 30","take":5,\#(table)}"#),
        ]
        try await HostUnderTest.withRunning(
            app,
            answer: { call in
                let rows = #"[{"RowKey":"1","Age":36},{"RowKey":"2","Age":20}]"#
                return .json(call.uri == "/w" ? #"{"Outputs":{"out":\#(rows)}}"# : "{}")
            }
        ) { host async throws in
            #expect(try await host.get("/api/w").status < 300)
            #expect(try await host.get("/api/w").status == 500)
            await host.console.wait(for: "The specified entity already exists")
            _ = try await host.get("/api/r?id=2")
            let data = try #require(try host.envelopes("r").first?["Data"])
            #expect(data["one"] == ["PartitionKey": "p", "RowKey": "2", "Age": 20])
            #expect(data["all"] == #"[{"PartitionKey":"p","RowKey":"1","Age":36}]"#)
        }
    }
}
