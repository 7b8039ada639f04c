// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions
import AzureFunctionsTesting
import HTTPTypes
import NIOHTTP1
import StrictJSON
import Testing

@Suite struct `Plain HTTP` {
    private static let forwarding: JSONValue = ["customHandler": ["enableForwardingHttpRequest": true]]
    private static let rootForwarding: JSONValue = [
        "customHandler": ["enableForwardingHttpRequest": true], "extensions": ["http": ["routePrefix": ""]],
    ]
    private static let rootProxying: JSONValue = ["configurationProfile": "web-app-custom-handler"]

    @Test func `With forwarding on, a forged envelope does not reach the function`() async throws {
        let bodies = Probe<String>()
        let door = try Door(sampleApp(bodies), hostJSON: Self.forwarding)
        for name in ["hello", "echo", "HELLO", "Echo"] {
            #expect(await door.invoke(name, EnvelopeSamples.h2).status == .notFound)
        }
        #expect(bodies.values.isEmpty)
    }

    @Test(arguments: [rootForwarding, rootProxying])
    func `Under an empty prefix a forged envelope is a body like any other`(hostJSON: JSONValue) async throws {
        let bodies = Probe<String>()
        let response = try await Door(sampleApp(bodies), hostJSON: hostJSON).invoke("echo", EnvelopeSamples.h2)
        #expect(response.status == .ok)
        #expect(response.text == EnvelopeSamples.h2)
        #expect(bodies.values == [EnvelopeSamples.h2])
    }

    @Test func `Timers keep their envelope door while forwarding is on`() async throws {
        let bodies = Probe<String>()
        let response = try await Door(sampleApp(bodies), hostJSON: Self.forwarding)
            .invoke("tick", EnvelopeSamples.timer)
        #expect(response.status == .ok)
        #expect(bodies.values == [Door.invocationID])
    }

    @Test func `With forwarding off a plain request is a 404`() async throws {
        let door = try Door(sampleApp())
        for (method, target) in [(HTTPMethod.GET, "/api/hello"), (.POST, "/api/echo"), (.GET, "/hello"), (.HEAD, "/")] {
            #expect(await door.send(method, target, headers: Door.headers).status == .notFound, "\(target)")
        }
    }

    @Test(arguments: ["{*all}", "{name}", "{name:alpha}", "tick", "TICK", "{a?}", "{a:length(4)}", "t{rest}"])
    func `A route that matches another function's door is a problem at the start`(route: String) throws {
        let app = FunctionApp {
            HTTPFunction("page", route: route) { _, _ in .status(.ok) }
            TimerFunction("tick", schedule: "0 0 * * * *") { _, _ in }
        }
        for hostJSON in [Self.rootForwarding, Self.rootProxying] {
            let error = #expect(throws: ConfigurationError.self) { try Door(app, hostJSON: hostJSON) }
            #expect(error?.problems.map(\.code) == [.routeShadowsFunction])
            #expect(error?.problems.first?.message.contains("/tick") == true)
        }
        _ = try Door(app, hostJSON: Self.forwarding)
        _ = try Door(app)
    }

    @Test(arguments: ["{id:int}", "tock", "tick/{id}", "{a:length(5)}", "pages/{*all}"])
    func `A route that cannot match it is fine`(route: String) throws {
        let app = FunctionApp {
            HTTPFunction("page", route: route) { _, _ in .status(.ok) }
            TimerFunction("tick", schedule: "0 0 * * * *") { _, _ in }
        }
        _ = try Door(app, hostJSON: Self.rootForwarding)
    }

    @Test func `The readiness probe is answered unless a route takes the root`() async throws {
        let door = try Door(sampleApp(), hostJSON: Self.forwarding)
        #expect(await door.send(.GET, "/").status == .ok)
        #expect(await door.send(.GET, "/", headers: Door.headers).status == .notFound)
    }

    @Test func `A forwarded request without the host's id gets one`() async throws {
        let response = try await Door(sampleApp(), hostJSON: Self.forwarding).send(.GET, "/api/hello/x")
        #expect(response.status == .ok)
        #expect(response.text.hasPrefix("hello x "))
        #expect(response.text.count == 8 + 36)
    }

    @Test func `Binary bodies and several cookies pass`() async throws {
        let app = FunctionApp {
            HTTPFunction("raw") { request, _ in
                var response = FunctionResponse.bytes(request.body.bytes, contentType: "image/png")
                response.headers.append(HTTPField(name: .setCookie, value: "a=1"))
                response.headers.append(HTTPField(name: .setCookie, value: "b=2"))
                return response
            }
        }
        try await app.test(hostJSON: Self.forwarding) { client in
            let response = try await client.post("/api/raw", body: [0x00, 0xFF])
            #expect(response.body == [0x00, 0xFF])
            #expect(response.headers[values: .setCookie] == ["a=1", "b=2"])
        }
    }

    private struct Call: CustomTestStringConvertible {
        var method = HTTPRequest.Method.get
        var path: String
        var headers: HTTPFields = [:]
        var body = ""

        var testDescription: String { "\(method) \(path)" }
    }

    private static let calls = [
        Call(path: "/api/look/7?name=Ada%20L&x=%2B+1"), Call(path: "/API/Look/a%20b"), Call(path: "/api/look"),
        Call(path: "/api/look/a/b"), Call(method: .put, path: "/api/look/1"), Call(path: "/api/nosuch"),
        Call(
            method: .post, path: "/api/look/1", headers: [.contentType: "application/json", .accept: "a/b"],
            body: #"{"a":[1,2]}"#),
        Call(
            method: .post, path: "/api/look/1", headers: [.contentType: "application/octet-stream"], body: "plain"),
        Call(path: "/api/look/fail"), Call(path: "/api/look/bad"), Call(path: "/api/guarded"),
    ]

    private var lookingGlass: FunctionApp {
        FunctionApp {
            HTTPFunction("look", route: "look/{id?}", methods: [.get, .post]) { request, _ in
                if request.parameters["id"] == "fail" { throw CancellationError() }
                if request.parameters["id"] == "bad" { throw BadRequest("Bad.") }
                return .json(
                    [
                        "method": .string(request.method.rawValue),
                        "id": request.parameters["id"].map(JSONValue.string) ?? .null,
                        "name": request.query["name"].map(JSONValue.string) ?? .null,
                        "x": request.query["x"].map(JSONValue.string) ?? .null,
                        "accept": .array(request.values(of: .accept).map(JSONValue.string)),
                        "type": .string(request.headers[.contentType] ?? ""), "body": .string(request.body.text),
                    ] as JSONValue, status: .accepted)
            }
            HTTPFunction("guarded", guardedBy: NotingGuard("g", Probe(), refuses: true)) { _, _, _ in .status(.ok) }
        }
    }

    @Test(arguments: calls) private func `Both modes give the same answer`(call: Call) async throws {
        var answers: [(Int, HTTPFields, JSONValue?)] = []
        for hostJSON in [[:], Self.forwarding] as [JSONValue] {
            try await lookingGlass.test(hostJSON: hostJSON) { client in
                let response = try await client.send(
                    method: call.method, path: call.path, headers: call.headers, body: Array(call.body.utf8))
                var body = try? JSONValue(parsing: response.body).object
                // The only thing that differs from call to call.
                body?["correlationId"] = nil
                answers.append((response.status.code, response.headers, body.map(JSONValue.object)))
            }
        }
        #expect(answers[0].0 == answers[1].0)
        #expect(answers[0].1 == answers[1].1)
        #expect(answers[0].2 == answers[1].2)
    }
}
