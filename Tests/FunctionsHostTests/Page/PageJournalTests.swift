// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import NIOHTTP1
import StrictJSON
import Testing

@Suite("Invocations on the development page", .timeLimit(.minutes(5)))
struct PageJournalTests {
    private static let app = ["hello/function.json": AppFolder.http()]

    @Test("An invocation shows what went in, what was logged and what came back")
    func details() async throws {
        let answer = #"{"Outputs":{"res":{"body":"hi"}},"Logs":["one","two"]}"#
        try await HostUnderTest.withRunning(Self.app, answer: { _ in .json(answer) }) { host async throws in
            let client = try await PageClient(host)
            _ = try await host.get("/api/hello?name=Adele")
            let record = try await client.youngest()
            #expect(record["function"] == "hello")
            #expect(record["trigger"] == "httpTrigger")
            #expect(record["state"] == "succeeded")
            #expect(record["milliseconds"]?.int64 != nil)
            #expect(record["input"]?.string?.contains("Adele") == true)
            #expect(record["output"]?.string?.contains("hi") == true)
            let lines = record["lines"]?.array?.compactMap { $0["text"]?.string } ?? []
            #expect(lines.contains("one") && lines.contains("two"))
            #expect(lines.last?.hasPrefix("Executed 'Functions.hello' (Succeeded") == true)
        }
    }

    @Test("A failed invocation shows why")
    func failure() async throws {
        try await HostUnderTest.withRunning(Self.app, answer: { _ in HTTPMessage(status: 500) }) { host async throws in
            let client = try await PageClient(host)
            #expect(try await host.get("/api/hello").status == 500)
            let record = try await client.youngest()
            #expect(record["state"] == "failed")
            #expect(record["failure"]?.string?.isEmpty == false)
        }
    }

    @Test("Secrets are shown neither in payloads nor in logs nor in the reason of a failure")
    func redaction() async throws {
        let token = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJtYXJrZXIifQ.c2lnbmF0dXJlLW1hcmtlcg"
        let answer =
            #"{"Outputs":{"res":{"headers":{"Set-Cookie":"cookie-secret"},"body":"\#(token)"}},"Logs":["\#(token)"]}"#
        for mode in ["nothing", "enableForwardingHttpRequest", "enableProxyingHttpRequest"] {
            let environment = ["AzureFunctionsJobHost__customHandler__\(mode)": "true"]
            try await HostUnderTest.withRunning(Self.app, environment: environment, answer: { _ in .json(answer) }) {
                host async throws in
                let client = try await PageClient(host)
                _ = try await host.get(
                    "/api/hello?code=query-secret",
                    headers:
                        "Authorization: Bearer \(token)\r\nCookie: s=cookie-secret\r\nx-functions-key: key-secret\r\n")
                let record = try await client.youngest()
                #expect(record["input"]?.string?.contains("[redacted]") == true)
                let text = String(decoding: record.serialized(), as: UTF8.self)
                for secret in ["c2lnbmF0dXJl", "query-secret", "cookie-secret", "key-secret"] {
                    #expect(!text.contains(secret), "\(secret) in \(mode)")
                }
            }
        }
    }

    @Test("The last 200 invocations are remembered, and no more of each than 16 KiB in and out")
    func bounds() async throws {
        let long = String(repeating: "word ", count: 8 << 10)
        let logs = (0..<600).map { "\"line \($0) \(String(repeating: "x", count: 50))\"" }.joined(separator: ",")
        let answer = #"{"Outputs":{"res":{"body":"\#(long)"},"other":"\#(long)"},"Logs":[\#(logs)]}"#
        let app = Self.app.merging(["long/function.json": AppFolder.http()]) { $1 }
        try await HostUnderTest.withRunning(app, answer: { $0.uri == "/long" ? .json(answer) : .json("{}") }) {
            host async throws in
            let client = try await PageClient(host)
            _ = try await host.post("/api/long", type: "text/plain", Array(long.utf8))
            let first = try await client.youngest()
            for side in ["input", "output"] {
                let text = try #require(first[side]?.string)
                #expect(text.utf8.count <= (16 << 10) + 64)
                #expect(text.contains("more bytes"))
            }
            let lines = first["lines"]?.array ?? []
            #expect(lines.reduce(0) { $0 + ($1["text"]?.string?.utf8.count ?? 0) } <= 16 << 10)
            #expect((first["lostLines"]?.int64 ?? 0) > 100)

            for _ in 0..<200 { _ = try await host.get("/api/hello") }
            #expect(try await client.invocations().count == 200)
            let id = try #require(first["id"]?.string)
            #expect(try await client.get("invocations/" + id).status == 404)
        }
    }

    @Test("Who has seen everything is told so in few bytes")
    func tag() async throws {
        try await HostUnderTest.withRunning(Self.app) { host async throws in
            let client = try await PageClient(host)
            let tag = try #require(try await client.get("invocations").headers.first(name: "ETag"))
            let same = try await client.get("invocations", headers: "If-None-Match: \(tag)\r\n")
            #expect(same.status == 304)
            #expect(same.body.isEmpty)
            _ = try await host.get("/api/hello")
            #expect(try await client.get("invocations", headers: "If-None-Match: \(tag)\r\n").status == 200)
        }
    }
}
