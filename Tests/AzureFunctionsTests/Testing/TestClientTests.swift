// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions
import AzureFunctionsTesting
import HTTPTypes
import StrictJSON
import Synchronization
import Testing

@Suite struct `The test client` {
    private func echo(_ seen: Probe<FunctionRequest>) -> FunctionApp {
        FunctionApp {
            HTTPFunction("echo", route: "echo/{id:int}/{rest?}", methods: [.get, .post]) { request, _ in
                seen.record(request)
                return .text("ok")
            }
        }
    }

    @Test(arguments: ["/echo/1", "/api/echo", "/api/echo/x", "/api/echo/1/2/3", "/", ""])
    func `A path without route is a 404 without body, as at the host`(path: String) async throws {
        let seen = Probe<FunctionRequest>()
        let response = try await echo(seen).test { try await $0.get(path) }
        #expect(response.status == .notFound)
        #expect(response.body.isEmpty)
        #expect(seen.values.isEmpty)
    }

    @Test func `A wrong method is a 404 too, and HEAD is not GET`() async throws {
        try await echo(Probe()).test { client in
            for method in [HTTPRequest.Method.head, .delete, .options] {
                let response = try await client.send(method: method, path: "/api/echo/1")
                #expect(response.status == .notFound)
            }
        }
    }

    @Test func `A request arrives as the host's envelope brings it`() async throws {
        let seen = Probe<FunctionRequest>()
        let body: [UInt8] = [0x00, 0xFF]
        try await echo(seen).test { client in
            _ = try await client.post(
                "/API/echo/7?a=1&a=2&b=x%20y", headers: [.contentType: "application/octet-stream", .cookie: "c=1"],
                body: body)
        }
        let request = try #require(seen.last)
        #expect(request.method == .post)
        #expect(request.url == "http://localhost/API/echo/7?a=1&a=2&b=x%20y")
        #expect(request.parameters["id"] == "7")
        #expect(request.parameters["rest"] == nil)
        #expect(request.query["a"] == "1,2")
        #expect(request.query["b"] == "x y")
        #expect(request.headers[.cookie] == "c=1")
        #expect(request.body.bytes == body)
    }

    @Test func `A route prefix of host.json counts`() async throws {
        let hostJSON: JSONValue = ["extensions": ["http": ["routePrefix": "v1"]]]
        let response = try await echo(Probe()).test(hostJSON: hostJSON) { try await $0.get("/v1/echo/1") }
        #expect(response.status == .ok)
    }

    @Test func `An answer without content type is plain text, as the host makes it`() async throws {
        let app = FunctionApp { HTTPFunction("bare") { _, _ in FunctionResponse(body: Array("x".utf8)) } }
        let response = try await app.test { try await $0.get("/api/bare") }
        #expect(response.headers[.contentType] == "text/plain; charset=utf-8")
        #expect(response.body == Array("x".utf8))
    }

    @Test func `An app with problems is not tested`() async {
        let app = FunctionApp { TimerFunction("tick", schedule: "never") { _, _ in } }
        let inProcess = await #expect(throws: ConfigurationError.self) { try await app.test { _ in } }
        #expect(inProcess?.problems.map(\.code) == [.schedule])
        let onSocket = await #expect(throws: ConfigurationError.self) { try await app.withServer { _ in } }
        #expect(onSocket?.problems.map(\.code) == [.schedule])
    }

    @Test func `A timer that throws is a failure that says what the handler answered`() async {
        let app = FunctionApp { TimerFunction("tick", schedule: "0 0 * * * *") { _, _ in throw CancellationError() } }
        let failure = await #expect(throws: InvocationFailure.self) {
            try await app.test { try await $0.invoke("tick") }
        }
        #expect(failure?.status == 500)
        #expect(failure?.message.contains("internal_error") == true)
    }

    @Test func `An HTTP function is not fired as a timer`() async {
        let failure = await #expect(throws: InvocationFailure.self) {
            try await echo(Probe()).test { try await $0.invoke("echo") }
        }
        #expect(failure?.status == 404)
    }

    @Test func `What guards need runs while the test does, and is cancelled after it`() async throws {
        let component = TestComponent()
        let app = FunctionApp {
            HTTPFunction("hello", guardedBy: ComponentGuard(component: component)) { _, _, _ in .text("in") }
        }
        for turn in 1...2 {
            let response = try await app.test { client in
                await component.started()
                return try await client.get("/api/hello")
            }
            #expect(response.status == .ok)
            #expect(component.ends == turn)
        }
    }
}

/// Runs until it is cancelled.
private final class TestComponent: AppComponent {
    private let counts = Mutex(0)
    private let starts = AsyncStream.makeStream(of: Void.self)

    var problems: [Problem] { [] }

    var ends: Int { counts.withLock { $0 } }

    func started() async { _ = await starts.stream.first { _ in true } }

    func run() async throws {
        starts.continuation.yield()
        let gate = Gate()
        await withTaskCancellationHandler {
            await gate.wait()
        } onCancel: {
            gate.open()
        }
        counts.withLock { $0 += 1 }
    }
}

private struct ComponentGuard: RequestGuard {
    let component: TestComponent

    var components: [any AppComponent] { [component] }

    func check(_ request: FunctionRequest, _ context: InvocationContext) async throws(Rejection) {}
}
