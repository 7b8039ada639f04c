// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions
import AzureFunctionsTesting
import HTTPTypes
import Logging
import StrictJSON
import Testing

@Suite struct `Middleware around functions` {
    private func note(_ name: String, _ order: Probe<String>) -> Middleware {
        .http { request, context, next in
            order.record("\(name) before")
            let response = try await next(request, context)
            order.record("\(name) after \(response.status.code)")
            return response
        }
    }

    @Test func `The app's is outermost, then blueprints from the outside in, then guards, then the function`()
        async throws
    {
        let order = Probe<String>()
        let app = FunctionApp(middleware: [note("app", order)]) {
            Blueprint(middleware: [note("outer 1", order), note("outer 2", order)]) {
                Blueprint(guardedBy: NotingGuard("guard", order), middleware: [note("inner", order)]) {
                    HTTPFunction("a") { _, _ in
                        order.record("function")
                        return .status(.accepted)
                    }
                }
            }
        }
        try await app.test { client in
            let answer = try await client.get("/api/a")
            #expect(answer.status == .accepted)
        }
        #expect(
            order.values == [
                "app before", "outer 1 before", "outer 2 before", "inner before", "guard", "function",
                "inner after 202", "outer 2 after 202", "outer 1 after 202", "app after 202",
            ])
    }

    @Test func `It sees a guard's refusal and a function's failure as answers`() async throws {
        let order = Probe<String>()
        let app = FunctionApp(middleware: [note("m", order)]) {
            HTTPFunction("refused", guardedBy: NotingGuard("guard", Probe(), refuses: true)) { _, _, _ in .status(.ok) }
            HTTPFunction("broken") { _, _ in throw BadRequest("no") }
        }
        try await app.test { client in
            let other = try await client.get("/api/refused")
            #expect(other.status == .forbidden)
            let third = try await client.get("/api/broken")
            #expect(third.status == .badRequest)
        }
        #expect(order.values == ["m before", "m after 403", "m before", "m after 400"])
    }

    @Test func `It can answer itself, change the request, and change the answer`() async throws {
        let app = FunctionApp {
            Blueprint(middleware: [
                .http { request, context, next in
                    if request.query["stop"] != nil { return .text("stopped", status: .serviceUnavailable) }
                    var context = context
                    context.logger[metadataKey: "tenant"] = "t"
                    var response = try await next(FunctionRequest(method: request.method, url: "/?name=Ada"), context)
                    response.headers[.server] = "mine"
                    return response
                }
            ]) {
                HTTPFunction("hello") { request, _ in .text(request.query["name"] ?? "nobody") }
            }
        }
        try await app.test { client in
            let changed = try await client.get("/api/hello?name=Bob")
            #expect(changed.body == Array("Ada".utf8))
            #expect(changed.headers[.server] == "mine")
            let fourth = try await client.get("/api/hello?stop=1")
            #expect(fourth.status == .serviceUnavailable)
        }
    }

    @Test func `What it throws becomes an answer like a function's failure`() async throws {
        let app = FunctionApp(middleware: [.http { _, _, _ in throw BadRequest("never") }]) {
            HTTPFunction("a") { _, _ in .status(.ok) }
        }
        try await app.test { client in
            let fifth = try await client.get("/api/a")
            #expect(fifth.status == .badRequest)
        }
    }

    @Test func `Middleware of invocations runs around functions of every trigger and sees failures`() async throws {
        struct Broken: Error {}
        let order = Probe<String>()
        let middleware = Middleware.invocation { context, next in
            order.record("\(context.functionName) before")
            do {
                try await next(context)
                order.record("\(context.functionName) after")
            } catch {
                order.record("\(context.functionName) failed")
                throw error
            }
        }
        let app = FunctionApp(middleware: [middleware]) {
            TimerFunction("tick", schedule: "0 0 * * * *") { _, _ in }
            TimerFunction("tock", schedule: "0 0 * * * *") { _, _ in throw Broken() }
            HTTPFunction("web") { _, _ in .text("x") }
        }
        try await app.test { client in
            try await client.invoke("tick")
            await #expect(throws: InvocationFailure.self) { try await client.invoke("tock") }
            let sixth = try await client.get("/api/web")
            #expect(sixth.body == Array("x".utf8))
        }
        #expect(
            order.values == ["tick before", "tick after", "tock before", "tock failed", "web before", "web after"])
    }

    @Test func `Outputs pass by middleware that changes the answer`() async throws {
        let app = FunctionApp(middleware: [.correlationID()]) {
            HTTPFunction("order", methods: [.post], sending: .queue("orders")) { _, _ in (.status(.accepted), "one") }
        }
        let result = try await Door(app).invoke("order", EnvelopeSamples.h1)
        #expect(result.json?["Outputs"]?["output"] == "b25l")
        #expect(result.output?["headers"]?["X-Correlation-ID"] == .string(Door.invocationID))
    }

    @Test func `Guards combine, and the handler gets what both found out`() async throws {
        let order = Probe<String>()
        let app = FunctionApp {
            HTTPFunction("a", guardedBy: NotingGuard("1", order).and(NotingGuard("2", order))) { _, found, _ in
                .text(found.0 + found.1)
            }
        }
        try await app.test { client in
            let seventh = try await client.get("/api/a")
            #expect(seventh.body == Array("12".utf8))
        }
        #expect(order.values == ["1", "2"])
    }
}
