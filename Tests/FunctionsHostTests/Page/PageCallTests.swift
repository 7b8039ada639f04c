// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FunctionsHost
import NIOHTTP1
import StrictJSON
import Testing

@Suite("Calls and tokens on the development page", .timeLimit(.minutes(5)))
struct PageCallTests {
    private static let app = [
        "hello/function.json": AppFolder.http(#""methods":["get","post"]"#),
        "tick/function.json": AppFolder.timer(#""schedule":"0 0 0 1 1 *""#),
    ]

    private struct Tokens: DevelopmentTokens {
        var tenant: DevelopmentTenant {
            DevelopmentTenant(
                address: "https://localhost:8443/t", users: [.init(name: "<b>Adele</b>", signInName: "adele@x")],
                apis: [.init(name: "API", clientID: "1", scopes: ["read"])])
        }

        func token(_ request: DevelopmentTokenRequest) async throws(DevelopmentTokenError) -> String {
            guard let user = request.user else { throw DevelopmentTokenError("Nobody asked.") }
            return "\(user) \(request.api ?? "-") \(request.scopes) \(request.isExpired)"
        }

        func report(on text: String) async throws(DevelopmentTokenError) -> [UInt8] {
            Array(#"{"verdict":"refused","checks":[]}"#.utf8)
        }
    }

    @Test("The page knows the functions, with route, trigger and schedule")
    func functions() async throws {
        try await HostUnderTest.withRunning(Self.app) { host async throws in
            let app = try await PageClient(host).json("app")
            let list = app["functions"]?.array ?? []
            #expect(list.compactMap { $0["name"]?.string } == ["hello", "tick"])
            #expect(list.first?["route"] == "/api/hello")
            #expect(list.first?["methods"] == ["GET", "POST"])
            #expect(list.last?["source"] == "0 0 0 1 1 *")
            #expect(app["tenant"] == nil)
            #expect(app["needsKeys"] == false)
        }
    }

    @Test("A call goes through the host, and its whole answer comes back as data, markup and all")
    func call() async throws {
        let answer =
            #"{"Outputs":{"res":{"statusCode":302,"headers":{"Location":"/x","Set-Cookie":"a=b"},"body":"<script>alert(1)</script>"}}}"#
        try await HostUnderTest.withRunning(Self.app, answer: { _ in .json(answer) }) { host async throws in
            let client = try await PageClient(host)
            let answer = try await client.post(
                "call",
                [
                    "method": "POST", "target": "/api/hello?a=1", "body": "text",
                    "headers": [["name": "X-Mine", "value": "yes"], ["name": "Cookie", "value": "c=d"]],
                ])
            #expect(answer.status == 200)
            #expect(answer.headers["Content-Type"] == ["application/json; charset=utf-8"])
            #expect(answer.headers["X-Content-Type-Options"] == ["nosniff"])
            let json = try JSONValue(parsing: answer.body)
            #expect(json["status"] == 302)
            #expect(json["text"] == "<script>alert(1)</script>")
            let names = json["headers"]?.array?.compactMap { $0["name"]?.string?.lowercased() } ?? []
            #expect(names.contains("location") && names.contains("set-cookie"))
            let envelope = try JSONValue(parsing: try #require(host.handler.calls.first).body)
            let request = envelope["Data"]?["req"]
            #expect(request?["Method"] == "POST")
            #expect(request?["Body"] == "text")
            #expect(request?["Headers"]?["X-Mine"] == ["yes"])
            #expect(request?["Headers"]?["Cookie"] == ["c=d"])
        }
    }

    @Test("A function that is not HTTP is called by the admin endpoint")
    func admin() async throws {
        try await HostUnderTest.withRunning(Self.app) { host async throws in
            let answer = try await PageClient(host).post(
                "call",
                [
                    "method": "POST", "target": "/admin/functions/tick", "body": #"{"input":""}"#,
                    "headers": [["name": "Content-Type", "value": "application/json"]],
                ])
            #expect(try JSONValue(parsing: answer.body)["status"] == 202)
            await host.console.wait(for: "Executed 'Functions.tick' (Succeeded")
        }
    }

    @Test("The host adds its key when it is asked to, and only then")
    func keys() async throws {
        let app = ["hello/function.json": AppFolder.http().replacing("anonymous", with: "function")]
        let answer: @Sendable (HTTPMessage) -> HTTPMessage = { _ in .json(#"{"Outputs":{"res":{"body":"hi"}}}"#) }
        try await HostUnderTest.withRunning(app, keys: HostKeys(master: "m", function: "f"), answer: answer) {
            host async throws in
            let client = try await PageClient(host)
            #expect(try await client.json("app")["needsKeys"] == true)
            for (hasKey, status) in [(true, 200), (false, 401)] as [(Bool, JSONValue)] {
                let answer = try await client.post(
                    "call", ["method": "GET", "target": "/api/hello", "hasKey": .bool(hasKey)])
                #expect(try JSONValue(parsing: answer.body)["status"] == status)
            }
        }
    }

    @Test("A long answer is cut")
    func cut() async throws {
        let answer = #"{"Outputs":{"res":{"body":"\#(String(repeating: "0123456789", count: 200_000))"}}}"#
        try await HostUnderTest.withRunning(Self.app, answer: { _ in .json(answer) }) { host async throws in
            let answer = try await PageClient(host).post("call", ["method": "GET", "target": "/api/hello"])
            let limits = JSONLimits(bytes: 4 << 20, depth: 8, members: 64, values: 256)
            let json = try JSONValue(parsing: answer.body, limits: limits)
            #expect(json["isCut"] == true)
            #expect(json["size"] == .integer(1 << 20))
        }
    }

    @Test(
        "What is no call is refused",
        arguments: [
            "", "[]", #"{"method":"GET"}"#, #"{"method":"GET","target":"http://evil.example/"}"#,
            #"{"method":"GET","target":"/_dev/page/app"}"#, #"{"method":"GET","target":"/_DEV/page/app"}"#,
            #"{"method":"GET","target":"/a b"}"#, #"{"method":"GET","target":"/a\r\nX: y"}"#,
            #"{"method":"G T","target":"/"}"#,
            #"{"method":"GET","target":"/","headers":[{"name":"a b","value":""}]}"#,
            #"{"method":"GET","target":"/","headers":[{"name":"a","value":"x\ny"}]}"#,
            #"{"method":"GET","target":"/","headers":[{"name":"Content-Length","value":"9"}]}"#,
        ])
    func noCall(body: String) async throws {
        try await HostUnderTest.withRunning(Self.app) { host async throws in
            let client = try await PageClient(host)
            let answer = try await host.send(
                "POST", "/_dev/page/call", Array(body.utf8), headers: "X-Page-Key: \(client.key)\r\n")
            #expect(answer.status == 400)
            #expect(host.handler.calls.isEmpty)
        }
    }

    @Test("Tokens and reports come from the local tenant, and its refusals are told")
    func tokens() async throws {
        try await HostUnderTest.withRunning(Self.app, options: { $0.developmentTokens = Tokens() }) {
            host async throws in
            let client = try await PageClient(host)
            #expect(try await client.json("app")["tenant"]?["users"]?.array?.first?["name"] == "<b>Adele</b>")
            let answer = try await client.post(
                "token", ["user": "adele@x", "api": "1", "scopes": ["read"], "expired": true])
            #expect(try JSONValue(parsing: answer.body)["token"] == #"adele@x 1 ["read"] true"#)
            let refused = try await client.post("token", ["user": .null])
            #expect(refused.status == 422)
            #expect(try JSONValue(parsing: refused.body)["error"] == "Nobody asked.")
            let report = try await client.post("inspect", ["token": "x"])
            #expect(try JSONValue(parsing: report.body)["verdict"] == "refused")
            let long = JSONValue.string(String(repeating: "x", count: 65 << 10))
            #expect(try await client.post("inspect", ["token": long]).status == 400)
        }
    }

    @Test("Without a tenant there are no tokens")
    func noTenant() async throws {
        try await HostUnderTest.withRunning(Self.app) { host async throws in
            let client = try await PageClient(host)
            #expect(try await client.post("token", ["user": "adele@x"]).status == 404)
            #expect(try await client.post("inspect", ["token": "x"]).status == 404)
        }
    }
}
