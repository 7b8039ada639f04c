// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
import FunctionsHost
import Logging
import NIOHTTP1
import StrictJSON
import Testing

@Suite("The admin API and the state of the host", .timeLimit(.minutes(5)))
struct AdminTests {
    private static let app = [
        "host.json":
            #"{"version":"2.0","extensionBundle":{"id":"Bundle","version":"[4.*, 5.0.0)"},"#
            + #""extensions":{"http":{"customHeaders":{"X-Content-Type-Options":"nosniff"}}},"#
            + #""customHandler":{"description":{"defaultExecutablePath":"handler"}}}"#,
        "f/function.json": AppFolder.http(),
    ]

    @Test("The status has the members that the host tells")
    func status() async throws {
        try await HostUnderTest.withRunning(Self.app) { host async throws in
            let status = try JSONValue(parsing: try await host.get("/admin/host/status").body)
            #expect(status["state"] == "Running")
            #expect(status["version"]?.string?.split(separator: ".").count == 4)
            #expect(status["extensionBundle"] == ["id": "Bundle", "version": "[4.*, 5.0.0)"])
            #expect(status["functionAppContentEditingState"]?.string != nil)
            #expect((status["processUptime"]?.int64 ?? -1) >= 0)
            #expect(status["id"]?.string != nil && status["instanceId"]?.string != nil)
            #expect(status["errors"] == nil)
        }
    }

    @Test("Small endpoints answer as the host's")
    func endpoints() async throws {
        try await HostUnderTest.withRunning(Self.app) { host async throws in
            #expect(try await host.get("/admin/host/ping").status == 200)
            let json = "application/json"
            #expect(try await host.post("/admin/host/ping", type: json, []).status == 200)
            let sync = try await host.post("/admin/host/synctriggers", type: json, [])
            #expect(sync.text == #"{"status":"success"}"#)
            #expect(try JSONValue(parsing: try await host.get("/admin/host/config").body)["version"] == "2.0")
            let entries = Array(#"[{"level":1,"message":"from outside","functionName":"f"}]"#.utf8)
            #expect(try await host.post("/admin/host/log", type: json, entries).status == 200)
            #expect(host.console.messages(at: .error) == ["from outside"])
            #expect(try await host.post("/admin/host/log", type: json, Array("{}".utf8)).status == 400)
            #expect(try await host.get("/admin/host/nothing").status == 404)
            #expect(try await host.get("/api/f").headers.first(name: "X-Content-Type-Options") == "nosniff")
        }
    }

    @Test("A drained host says so, and its requests are still answered")
    func drain() async throws {
        try await HostUnderTest.withRunning(Self.app) { host async throws in
            func status() async throws -> JSONValue {
                try JSONValue(parsing: try await host.get("/admin/host/drain/status").body)
            }
            #expect(try await status() == ["state": "Disabled", "outstandingInvocations": 0, "outstandingRetries": 0])
            #expect(try await host.post("/admin/host/drain", type: "", []).status == 202)
            #expect(try await status()["state"] == "Completed")
            #expect(try await host.get("/api/f").status == 204)
        }
    }

    @Test("A drained host leaves messages where they are until it resumes")
    func resume() async throws {
        let app = ["q/function.json": AppFolder.function(AppFolder.queueTrigger("orders"))]
        try await HostUnderTest.withRunning(app) { host async throws in
            try await host.put("first", into: "queues/orders")
            await host.console.wait(for: "Executed 'Functions.q' (Succeeded")
            #expect(try await host.post("/admin/host/drain", type: "", []).status == 202)
            // The trigger has stopped once nothing takes messages; a second drain changes nothing.
            #expect(try await host.post("/admin/host/drain", type: "", []).status == 202)
            #expect(try await host.post("/admin/host/resume", type: "", []).text.contains("Running"))
            let status = try JSONValue(parsing: try await host.get("/admin/host/drain/status").body)
            #expect(status["state"] == "Disabled")
            try await host.put("second", into: "queues/orders")
            while try await !host.texts(in: "queues/orders").isEmpty {}
            #expect(try host.envelopes("q").count == 2)
        }
    }

    @Test("An app that is offline answers 503 until it is back")
    func offline() async throws {
        try await HostUnderTest.withRunning(Self.app) { host async throws in
            func set(_ state: String) async throws -> Int {
                let body = "\"\(state)\""
                return try await HTTPExchange.send(
                    "PUT /admin/host/state HTTP/1.1\r\nHost: h\r\nConnection: close\r\nContent-Length: "
                        + "\(body.utf8.count)\r\n\r\n\(body)", port: host.port
                ).status
            }
            #expect(try await set("nothing") == 400)
            #expect(try await set("Offline") == 202)
            let answer = try await host.get("/api/f")
            #expect(answer.status == 503)
            #expect(answer.text == "Function host is not running.")
            let status = try JSONValue(parsing: try await host.get("/admin/host/status").body)
            #expect(status["state"] == "Offline")
            #expect(try await set("running") == 202)
            #expect(try await host.get("/api/f").status == 204)
        }
    }

    @Test("More requests than may be outstanding are answered with 429")
    func throttle() async throws {
        let environment = ["AzureFunctionsJobHost__extensions__http__maxOutstandingRequests": "1"]
        let (begun, beginning) = AsyncStream<Void>.makeStream()
        let app = [
            "host.json":
                #"{"version":"2.0","functionTimeout":"00:00:05","customHandler":{"description":{"defaultExecutablePath":"x"}}}"#,
            "f/function.json": AppFolder.http(),
        ]
        // An empty answer takes the function's whole time.
        let answer: @Sendable (HTTPMessage) -> HTTPMessage = { _ in
            beginning.yield()
            return .json("")
        }
        try await HostUnderTest.withRunning(app, environment: environment, answer: answer) { host async throws in
            async let first = host.get("/api/f")
            for await _ in begun { break }
            #expect(try await host.get("/api/f").status == 429)
            #expect(try await first.status == 500)
        }
    }
}
