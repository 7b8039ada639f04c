// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
import Logging
import NIOHTTP1
import StrictJSON
import Synchronization
import Testing

@testable import FunctionsHost

@Suite("Quirks", .timeLimit(.minutes(5)))
struct QuirkTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let result: String
        let quirk: String
        var output = "res"
        var status = 200
        var body = ""
        var testDescription: String { "\(quirk): \(result)" }
    }

    static let rows = [
        Row(
            result: #"{"Outputs":{"res":{"body":"2024-10-24T10:11:12Z"}}}"#, quirk: "date-rewritten",
            body: "10/24/2024 10:11:12"),
        Row(
            result: #"{"ReturnValue":"2024-10-24T12:11:12.50+02:00"}"#, quirk: "date-rewritten",
            body: "10/24/2024 10:11:12"),
        Row(
            result: #"{"Outputs":{"res":{"body":{"d":"2024-10-24T12:11:12.50+02:00"}}}}"#, quirk: "indented-json",
            body: "{\n  \"d\": \"2024-10-24T10:11:12.5+00:00\"\n}"),
        Row(result: #"{"ReturnValue":"test"}"#, quirk: "base64-decoded", output: "$return", body: "\u{FFFD}\u{FFFD}-"),
        Row(
            result: #"{"Outputs":{"res":{"headers":{"set-cookie":["a=1","b=2"]}}}}"#, quirk: "header-array", status: 500
        ),
        Row(result: #"{"Outputs":{"res":{"status":201,"body":"x"}}}"#, quirk: "status-ignored", body: "x"),
        Row(result: #"{"Outputs":{"Res":{"body":"x"}}}"#, quirk: "output-missing", body: "{}"),
        Row(result: #"{"Outputs":{"Res":{"body":"x"}}}"#, quirk: "output-unknown", body: "{}"),
        Row(result: #"{"Outputs":{"res":{"body":"x"}},"ReturnValue":1}"#, quirk: "return-value-ignored", body: "x"),
        Row(result: #"{"Outputs":{"res":{"body":"[1]"}}}"#, quirk: "plain-text-json", body: "[1]"),
    ]

    @Test("A quirk happens as in the host, and one warning names it", arguments: rows)
    func result(row: Row) async throws {
        let app = [
            "f/function.json": AppFolder.http(output: #"{"type":"http","direction":"out","name":"\#(row.output)"}"#)
        ]
        try await HostUnderTest.withRunning(app, answer: { _ in .json(row.result) }) { host async throws in
            for _ in 0..<2 {
                let answer = try await host.get("/api/f")
                #expect(answer.status == row.status)
                #expect(answer.text == row.body)
            }
            let warnings = host.console.messages(at: .warning).filter { $0.hasPrefix("[\(row.quirk)] ") }
            #expect(warnings.count == 1, "\(host.console.messages)")
            #expect(host.console.messages(at: .debug).contains { $0.hasPrefix("[\(row.quirk)] ") })
        }
    }

    @Test("What the runtime of this package answers meets no quirk")
    func clean() async throws {
        let result =
            #"{"Outputs":{"res":{"statusCode":200,"headers":{"Content-Type":"application/json"},"body":"{\"a\":1}"}},"#
            + #""Logs":[],"ReturnValue":null}"#
        try await HostUnderTest.withRunning(
            ["f/function.json": AppFolder.http()], answer: { _ in .json(result) }
        ) { host async throws in
            #expect(try await host.get("/api/f").text == #"{"a":1}"#)
            #expect(!host.console.messages.contains { $0.hasPrefix("[") })
        }
    }

    @Test("An answer that fails loses its logs, and a warning says so")
    func logsLost() async throws {
        let answer = HTTPMessage(
            status: 500, headers: ["Content-Type": "application/json"], body: Array(#"{"Logs":["why"]}"#.utf8))
        try await HostUnderTest.withRunning(["f/function.json": AppFolder.http()], answer: { _ in answer }) {
            host async throws in
            #expect(try await host.get("/api/f").status == 500)
            #expect(!host.console.messages.contains("why"))
            #expect(host.console.messages(at: .warning).contains { $0.hasPrefix("[logs-lost] ") })
        }
    }

    @Test(
        "A redirect of an envelope is followed to the handler itself, and a warning names it",
        arguments: [(302, "GET"), (307, "POST")])
    func redirects(status: Int, method: String) async throws {
        let answer: @Sendable (HTTPMessage) -> HTTPMessage = { request in
            request.uri == "/f"
                ? HTTPMessage(status: status, headers: ["Location": "/elsewhere?x=1"])
                : .json(#"{"Outputs":{"res":{"body":"\#(request.method) \#(request.uri) \#(request.body.isEmpty)"}}}"#)
        }
        try await HostUnderTest.withRunning(["f/function.json": AppFolder.http()], answer: answer) {
            host async throws in
            #expect(try await host.get("/api/f").text == "\(method) /elsewhere?x=1 \(method == "GET")")
            #expect(host.console.messages(at: .warning).contains { $0.hasPrefix("[redirect-followed] ") })
        }
    }

    @Test("A redirect to anywhere else fails and calls nobody")
    func redirectElsewhere() async throws {
        let answer = HTTPMessage(status: 302, headers: ["Location": "http://169.254.169.254/metadata"])
        try await HostUnderTest.withRunning(["f/function.json": AppFolder.http()], answer: { _ in answer }) {
            host async throws in
            #expect(try await host.get("/api/f").status == 500)
            #expect(host.handler.calls.count == 1)
            #expect(host.console.messages(at: .error).contains { $0.contains("it is not followed here") })
        }
    }

    @Test(
        "A redirect's target is the handler or nothing",
        arguments: [
            ("http://127.0.0.1:8080/a", "/a"), ("http://localhost:8080?x", "/?x"), ("b?c#d", "/api/b?c"), ("/z", "/z"),
            ("http://127.0.0.1:80801/a", nil), ("http://127.0.0.1:8080@evil/", nil), ("//evil/", nil),
            ("https://127.0.0.1:8080/", nil), ("javascript:x", nil), ("/a b", nil), ("", nil),
        ] as [(String, String?)])
    func target(location: String, uri: String?) {
        #expect(RedirectTarget(location, from: "/api/f", port: 8080)?.uri == uri)
    }

    @Test("A binary body under a text type is corrupted, and a warning says so")
    func binaryBody() async throws {
        try await HostUnderTest.withRunning(["f/function.json": AppFolder.http()]) { host async throws in
            _ = try await host.post("/api/f", type: "application/octet-stream", [0x00, 0xFF])
            #expect(!host.console.messages.contains { $0.hasPrefix("[binary-body-corrupted]") })
            _ = try await host.post("/api/f", type: "image/png", [0x00, 0xFF])
            #expect(host.console.messages(at: .warning).contains { $0.hasPrefix("[binary-body-corrupted] ") })
        }
    }

    @Test(
        "Dates are those that Newtonsoft takes for dates",
        arguments: [
            ("2019-10-01T00:00:00", "10/01/2019 00:00:00", "2019-10-01T00:00:00"),
            ("2019-10-01T00:00:00.1200Z", "10/01/2019 00:00:00", "2019-10-01T00:00:00.12Z"),
            ("2019-01-01T00:30:00+01:00", "12/31/2018 23:30:00", "2018-12-31T23:30:00+00:00"),
            ("2019-10-01", nil, nil), ("2019-13-01T00:00:00", nil, nil), ("2019-10-01T00:00:00 ", nil, nil),
            ("2019-10-01T00:00:00.Z", nil, nil), ("2019-10-01T00:00:00+99:00", nil, nil),
        ] as [(String, String?, String?)])
    func dates(text: String, invariant: String?, iso: String?) {
        #expect(NewtonsoftDate(text)?.invariant == invariant)
        #expect(NewtonsoftDate(text)?.iso == iso)
    }

    @Test("docs/host-quirks.md names every quirk")
    func documented() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().path
        func read(_ path: String) throws -> String {
            String(decoding: try Data(contentsOf: URL(filePath: "\(root)/\(path)")), as: UTF8.self)
        }
        let document = try read("docs/host-quirks.md")
        let folder = "Sources/FunctionsHost/Quirks"
        let files = try FileManager.default.contentsOfDirectory(atPath: "\(root)/\(folder)")
        var names: [String] = []
        for file in files {
            for match in try read("\(folder)/\(file)").matches(of: /Quirk\(name: "([a-z0-9-]+)"\)/) {
                names.append(String(match.1))
            }
        }
        #expect(names.count >= 24)
        #expect(names.filter { !document.contains("`\($0)`") }.isEmpty)
    }
}
