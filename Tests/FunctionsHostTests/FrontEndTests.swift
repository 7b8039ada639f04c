// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FunctionsHost
import Logging
import NIOHTTP1
import StrictJSON
import Testing

@Suite("The public side", .timeLimit(.minutes(5)))
struct FrontEndTests {
    private static let app = [
        "get/function.json": AppFolder.http(#""methods":["get"]"#),
        "off/function.json":
            #"{"disabled":true,"bindings":[{"type":"httpTrigger","direction":"in","name":"req"},{"type":"http","direction":"out","name":"res"}]}"#,
        "tick/function.json": AppFolder.timer(#""schedule":"0 0 0 1 1 *""#),
        "queue/function.json":
            #"{"bindings":[{"type":"queueTrigger","direction":"in","name":"m","queueName":"work"}]}"#,
        "sql/function.json": #"{"bindings":[{"type":"sqlTrigger","direction":"in","name":"changes"}]}"#,
    ]

    @Test(
        "What no function takes is 404, also a wrong method and a disabled function",
        arguments: [
            "GET /api/nothing", "POST /api/get", "OPTIONS /api/get", "GET /api/off", "GET /get", "GET /tick",
            "GET /admin/nothing",
            "GET /api/get/more",
        ])
    func notFound(line: String) async throws {
        try await HostUnderTest.withRunning(Self.app) { host async throws in
            let answer = try await HTTPExchange.send(
                "\(line) HTTP/1.1\r\nHost: h\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", port: host.port)
            #expect(answer.status == 404)
            #expect(answer.body.isEmpty)
            #expect(host.handler.calls.isEmpty)
        }
    }

    @Test("A forged envelope through the public port reaches no function")
    func forgedEnvelope() async throws {
        for mode in ["enableForwardingHttpRequest", "enableProxyingHttpRequest", "nothing"] {
            let environment = ["AzureFunctionsJobHost__customHandler__\(mode)": "true"]
            try await HostUnderTest.withRunning(Self.app, environment: environment) { host async throws in
                for path in ["/get", "/tick", "/queue", "/api/queue"] {
                    let answer = try await host.post(
                        path, type: "application/json", Array(#"{"Data":{},"Metadata":{}}"#.utf8),
                        headers: "X-Azure-Functions-InvocationId: 00000000-0000-0000-0000-000000000000\r\n")
                    #expect(answer.status == 404)
                }
                #expect(host.handler.calls.isEmpty)
            }
        }
    }

    @Test("The home page shows unless a function takes the root")
    func homePage() async throws {
        try await HostUnderTest.withRunning(Self.app) { host async throws in
            let answer = try await host.get("/")
            #expect(answer.status == 200)
            #expect(answer.text.contains("Your Functions 4.0 app is up and running"))
        }
        try await HostUnderTest.withRunning(Self.app, environment: ["AzureWebJobsDisableHomepage": "true"]) {
            host async throws in
            #expect(try await host.get("/").status == 204)
        }
    }

    @Test("The status names functions in error")
    func status() async throws {
        let app = Self.app.merging(["bad/function.json": "{"]) { $1 }
        try await HostUnderTest.withRunning(app) { host async throws in
            let status = try JSONValue(parsing: try await host.get("/admin/host/status").body)
            #expect(status["state"] == "Running")
            #expect(status["functionAppContentEditingState"]?.string != nil)
            #expect(status["errors"]?.array?.first?.string?.hasPrefix("The 'bad' function is in error: ") == true)
            #expect(try await host.get("/admin/host/ping").status == 200)
        }
    }

    @Test("The admin API lists functions and runs those that are not HTTP, with a JSON object")
    func admin() async throws {
        try await HostUnderTest.withRunning(Self.app) { host async throws in
            let list = try JSONValue(parsing: try await host.get("/admin/functions").body)
            #expect(list.array?.compactMap { $0["name"]?.string } == ["get", "off", "queue", "sql", "tick"])
            let one = try JSONValue(parsing: try await host.get("/admin/functions/GET").body)
            #expect(one["invoke_url_template"] == "http://localhost:7071/api/get")
            let body = Array(#"{"input":""}"#.utf8)
            #expect(try await host.post("/admin/functions/tick", type: "application/json", body).status == 202)
            #expect(try await host.post("/admin/functions/tick", type: "application/json", []).status == 400)
            #expect(try await host.post("/admin/functions/nobody", type: "application/json", body).status == 404)
            #expect(try await host.post("/admin/functions/get", type: "application/json", body).status == 404)
            #expect(try await host.post("/admin/functions/queue", type: "application/json", body).status == 202)
            await host.console.wait(for: "Executed 'Functions.tick' (Succeeded")
        }
    }

    @Test("Triggers that are not emulated are named in one warning")
    func notEmulated() async throws {
        try await HostUnderTest.withRunning(Self.app) { host async throws in
            let lines = host.console.messages(at: .warning).filter { $0.contains("not emulated") }
            #expect(lines.count == 1)
            #expect(lines.first?.contains("sql (sqlTrigger)") == true)
        }
    }

    @Test("The first match by name wins, not the most exact one")
    func firstMatch() async throws {
        let app = [
            "a-all/function.json": AppFolder.http(#""route":"{*rest}""#),
            "b-exact/function.json": AppFolder.http(#""route":"exact""#),
        ]
        try await HostUnderTest.withRunning(app) { host async throws in
            _ = try await host.get("/api/exact")
            #expect(host.handler.calls.first?.uri == "/a-all")
        }
    }

    @Test("Keys are asked for when the host has some, and everybody is an administrator when it has none")
    func keys() async throws {
        let function =
            #"{"bindings":[{"type":"httpTrigger","direction":"in","name":"req"},{"type":"http","direction":"out","name":"res"}]}"#
        let app = ["f/function.json": function]
        let keys = HostKeys(master: "m", function: "f")
        try await HostUnderTest.withRunning(app, keys: keys) { host async throws in
            #expect(try await host.get("/api/f").status == 401)
            #expect(try await host.get("/api/f?code=x").status == 401)
            #expect(try await host.get("/api/f?code=f").status == 204)
            #expect(try await host.get("/api/f?code=f", headers: "x-functions-key: x\r\n").status == 401)
            #expect(try await host.get("/api/f", headers: "x-functions-key: m\r\n").status == 204)
            #expect(try await host.get("/admin/functions?code=f").status == 401)
            #expect(try await host.get("/admin/functions?code=m").status == 200)
            #expect(try await host.get("/admin/host/ping").status == 200)
        }
        try await HostUnderTest.withRunning(app) { host async throws in
            #expect(try await host.get("/api/f").status == 204)
        }
    }

    @Test("A body over the limit is 413 and the host lives on")
    func bodyLimit() async throws {
        let app = ["f/function.json": AppFolder.http()]
        try await HostUnderTest.withRunning(app, environment: ["FUNCTIONS_REQUEST_BODY_SIZE_LIMIT": "10"]) {
            host async throws in
            #expect(try await host.post("/api/f", type: "text/plain", Array("0123456789a".utf8)).status == 413)
            #expect(try await host.post("/api/f", type: "text/plain", Array("0123456789".utf8)).status == 204)
            #expect(host.handler.calls.count == 1)
        }
    }

    @Test("Preflights are answered from Host.CORS and reach no function")
    func cors() async throws {
        let app = [
            "f/function.json": AppFolder.http(),
            "local.settings.json": #"{"IsEncrypted":false,"Host":{"CORS":"https://a.example","CORSCredentials":true}}"#,
        ]
        try await HostUnderTest.withRunning(app) { host async throws in
            let preflight =
                "OPTIONS /api/f HTTP/1.1\r\nHost: h\r\nConnection: close\r\nAccess-Control-Request-Method: PUT\r\n"
            let good = try await HTTPExchange.send(preflight + "Origin: https://a.example\r\n\r\n", port: host.port)
            #expect(good.status == 204)
            #expect(good.headers.first(name: "Access-Control-Allow-Origin") == "https://a.example")
            #expect(good.headers.first(name: "Access-Control-Allow-Methods") == "PUT")
            #expect(good.headers.first(name: "Access-Control-Allow-Credentials") == "true")
            let bad = try await HTTPExchange.send(preflight + "Origin: https://b.example\r\n\r\n", port: host.port)
            #expect(bad.headers.first(name: "Access-Control-Allow-Origin") == nil)
            #expect(host.handler.calls.isEmpty)
            let plain = try await host.get("/api/f", headers: "Origin: https://a.example\r\n")
            #expect(plain.headers.first(name: "Access-Control-Allow-Origin") == "https://a.example")
        }
    }

    @Test("A port that is taken is named")
    func portTaken() async throws {
        try await HostUnderTest.withRunning(Self.app) { host async throws in
            let folder = try AppFolder(["host.json": AppFolder.hostJSON])
            defer { folder.remove() }
            var options = HostOptions(appRoot: folder.path, environment: [:], console: RecordingConsole())
            options.port = host.port
            options.handler = .attached(port: 1)
            let second = try FunctionsHost(options: options)
            let error = await #expect(throws: HostError.self) { try await second.run() }
            #expect(error?.code == .portUnavailable)
            #expect(error?.message.hasPrefix("Port \(host.port) is unavailable.") == true)
        }
    }
}
