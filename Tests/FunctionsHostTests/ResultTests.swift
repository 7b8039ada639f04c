// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import Logging
import NIOHTTP1
import Testing

@Suite("Results", .timeLimit(.minutes(5)))
struct ResultTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let result: String
        var output = "res"
        let status: Int
        var type: String? = "text/plain; charset=utf-8"
        let body: String
        var testDescription: String { "\(output): \(result)" }
    }

    static let rows = [
        Row(result: #"{"Outputs":{"res":{"statusCode":201,"body":"my world"}}}"#, status: 201, body: "my world"),
        Row(result: #"{"outputs":{"res":{"StatusCode":"201","BODY":"x"}}}"#, status: 201, body: "x"),
        Row(result: #"{"Outputs":{"res":{"status":201,"body":"x"}}}"#, status: 200, body: "x"),
        Row(result: #"{"Outputs":{"res":{"statusCode":true,"body":true}}}"#, status: 200, body: "True"),
        Row(
            result: #"{"Outputs":{"res":{"body":{"a":1},"headers":{"content-type":"application/json"}}}}"#, status: 200,
            type: "application/json", body: "{\n  \"a\": 1\n}"),
        Row(
            result: #"{"Outputs":{"res":{"body":"{\"a\":1}","headers":{"Content-Type":"application/json"}}}}"#,
            status: 200, type: "application/json", body: #"{"a":1}"#),
        Row(result: #"{"Outputs":{"res":"{\"statusCode\":202,\"body\":\"x\"}"}}"#, status: 202, body: "x"),
        Row(result: #"{"Outputs":{"res":{}}}"#, status: 200, body: ""),
        Row(result: #"{"Outputs":{"res":null}}"#, status: 500, type: nil, body: ""),
        Row(result: #"{"Outputs":{"res":"SomeBlah"}}"#, status: 500, type: nil, body: ""),
        Row(result: #"{"Outputs":{"res":5}}"#, status: 500, type: nil, body: ""),
        Row(result: #"{"Outputs":{"res":{"headers":{"a":null}}}}"#, status: 500, type: nil, body: ""),
        Row(result: #"{"Outputs":{"res":{"headers":{"set-cookie":["a=1","b=2"]}}}}"#, status: 500, type: nil, body: ""),
        Row(result: #"{"Outputs":{"other":1}}"#, status: 200, body: "{}"),
        Row(result: #"{"Outputs":{}}"#, status: 200, body: "{}"),
        Row(result: #"{"key1":"value1"}"#, status: 204, type: nil, body: ""),
        Row(result: #"{"Outputs":null}"#, status: 204, type: nil, body: ""),
        Row(result: #"{"ReturnValue":"x"}"#, status: 200, body: "x"),
        Row(
            result: #"{"ReturnValue":{"a":1}}"#, status: 200, type: "application/json; charset=utf-8", body: #"{"a":1}"#
        ),
        Row(result: #"{"ReturnValue":{"res":{"status":202,"body":"x"}}}"#, status: 202, body: "x"),
        Row(result: #"{"ReturnValue":"hi!"}"#, output: "$return", status: 200, body: "hi!"),
        Row(result: #"{"ReturnValue":"aGk="}"#, output: "$return", status: 200, type: nil, body: "hi"),
        Row(result: #"{"ReturnValue":{"status":202,"body":"x"}}"#, output: "$return", status: 202, body: "x"),
        Row(result: #"{"ReturnValue":{"a":1}}"#, output: "$return", status: 200, body: "{\n  \"a\": 1\n}"),
        Row(result: #"{"ReturnValue":"{\"a\":1}"}"#, output: "$return", status: 200, body: "{\n  \"a\": 1\n}"),
        Row(result: #"{"Outputs":{"$return":{"body":"x"}}}"#, output: "$return", status: 204, type: nil, body: ""),
        Row(result: #"{"Outputs":[]}"#, status: 500, type: nil, body: ""),
        Row(result: #"{"Outputs":{"res":{"body":"x"}},"Logs":"text"}"#, status: 500, type: nil, body: ""),
        Row(result: #"{"Outputs":{"res":{"body":"x"}},"Logs":[{}]}"#, status: 500, type: nil, body: ""),
        Row(result: "[]", status: 500, type: nil, body: ""),
        Row(result: "Hello World", status: 500, type: nil, body: ""),
    ]

    @Test("A result becomes the answer that the host makes of it", arguments: rows)
    func result(row: Row) async throws {
        let app = [
            "f/function.json": AppFolder.http(output: #"{"type":"http","direction":"out","name":"\#(row.output)"}"#)
        ]
        try await HostUnderTest.withRunning(app, answer: { _ in .json(row.result) }) { host async throws in
            let answer = try await host.get("/api/f")
            #expect(answer.status == row.status)
            #expect(answer.text == row.body)
            #expect(answer.headers.first(name: "Content-Type") == row.type)
        }
    }

    @Test("A handler's failure is 500 without its text, and the log says what it was")
    func failure() async throws {
        let app = ["f/function.json": AppFolder.http()]
        let answer = HTTPMessage(status: 400, headers: ["Content-Type": "text/plain"], body: Array("secret".utf8))
        try await HostUnderTest.withRunning(app, answer: { _ in answer }) { host async throws in
            let answer = try await host.get("/api/f")
            #expect(answer.status == 500)
            #expect(answer.body.isEmpty)
            let line = try #require(host.console.messages(at: .error).first)
            #expect(line.contains("Executed 'Functions.f' (Failed, Id="))
            #expect(line.contains("Response status code does not indicate success: 400"))
        }
    }

    @Test("An answer of another media type is 500")
    func mediaType() async throws {
        let app = ["f/function.json": AppFolder.http()]
        let answer = HTTPMessage(status: 200, headers: ["Content-Type": "text/plain"], body: Array("{}".utf8))
        try await HostUnderTest.withRunning(app, answer: { _ in answer }) { host async throws in
            #expect(try await host.get("/api/f").status == 500)
            #expect(host.console.messages(at: .error).contains { $0.contains("Invalid HttpResponseMessage") })
        }
    }

    @Test("A 2xx without content costs the function's whole time, and a warning says so", arguments: ["", "null"])
    func emptyAnswer(body: String) async throws {
        let app = [
            "f/function.json": AppFolder.http(),
            "host.json":
                #"{"version":"2.0","functionTimeout":"00:00:03","customHandler":{"description":{"defaultExecutablePath":"x"}}}"#,
        ]
        try await HostUnderTest.withRunning(app, answer: { _ in .json(body) }) { host async throws in
            #expect(try await host.get("/api/f").status == 500)
            #expect(
                host.console.messages(at: .warning).contains { $0.contains("empty or null body") },
                "\(host.console.messages)")
            #expect(
                host.console.messages(at: .error).contains {
                    $0.contains("Timeout value of 00:00:03 exceeded by function 'Functions.f'")
                })
        }
    }

    @Test("Logs of the result belong to the user and the invocation")
    func logs() async throws {
        let app = ["f/function.json": AppFolder.http()]
        try await HostUnderTest.withRunning(app, answer: { _ in .json(#"{"Logs":["one",2,true,null]}"#) }) {
            host async throws in
            _ = try await host.get("/api/f")
            #expect(host.console.messages(in: "Function.f.User") == ["one", "2", "True"])
            let lines = host.console.messages(in: "Function.f")
            #expect(
                lines.first?.hasPrefix("Executing 'Functions.f' (Reason='This function was programmatically") == true)
            #expect(lines.last?.hasPrefix("Executed 'Functions.f' (Succeeded, Id=") == true)
        }
    }

    @Test("A handler that closes the connection without an answer is 500")
    func closed() async throws {
        let app = ["f/function.json": AppFolder.http()]
        try await HostUnderTest.withRunning(app, answer: { _ in HTTPMessage(status: 0) }) { host async throws in
            #expect(try await host.get("/api/f").status == 500)
            #expect(host.console.messages(at: .error).contains { $0.contains("closed the connection") })
        }
    }
}
