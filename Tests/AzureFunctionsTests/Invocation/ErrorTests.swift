// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions
import HTTPTypes
import NIOHTTP1
import StrictJSON
import Testing

@Suite struct `Refusals and failures` {
    private struct Secret: Error, CustomStringConvertible { var description: String { "password hunter2" } }

    private static let development: AppSettings = ["AZURE_FUNCTIONS_ENVIRONMENT": "Development"]

    private func answer(
        settings: AppSettings = [:], log: TestLog = TestLog(), _ handler: @escaping HTTPFunction.Handler
    ) async throws -> HandlerResponse {
        let app = FunctionApp { HTTPFunction("hello", handler: handler) }
        return try await Door(app, settings: settings, logger: log.logger).invoke("hello", EnvelopeSamples.h1)
    }

    @Test func `A handler that throws is a 500 with a correlation id and nothing of the error`() async throws {
        let log = TestLog()
        let response = try await answer(log: log) { _, _ in throw Secret() }
        #expect(response.status == .ok)
        #expect(response.output?["statusCode"] == 500)
        #expect(
            response.outputBody == [
                "error": "Internal server error", "code": "internal_error", "correlationId": .string(Door.invocationID),
            ])
        #expect(response.output?["headers"]?["Content-Type"] == "application/json")
        #expect(response.output?["headers"]?["Cache-Control"] == "no-store")
        #expect(!response.text.contains("hunter2"))
        #expect(log.text.contains("hunter2"))
        #expect(log.text.contains(Door.invocationID))
    }

    @Test func `In development the error's text is added`() async throws {
        let response = try await answer(settings: Self.development) { _, _ in throw Secret() }
        #expect(response.outputBody?["diagnostic"] == "password hunter2")
    }

    @Test func `A bad request is a 400 with its own text`() async throws {
        let response = try await answer { request, _ in
            _ = try request.body.decode(Int.self)
            return .status(.ok)
        }
        #expect(response.output?["statusCode"] == 400)
        #expect(response.outputBody?["code"] == "bad_request")
        #expect(response.outputBody?["error"] == "The body is not the JSON that this function expects.")
        #expect(response.outputBody?["diagnostic"] == nil)
    }

    @Test func `A rejection is rendered with status, header fields and body`() async throws {
        let app = FunctionApp {
            HTTPFunction("hello", guardedBy: NotingGuard("g", Probe(), refuses: true)) { _, _, _ in .status(.ok) }
        }
        let plain = try await Door(app).invoke("hello", EnvelopeSamples.h1)
        #expect(plain.output?["statusCode"] == 403)
        #expect(plain.output?["headers"]?["WWW-Authenticate"] == "Bearer realm=\"\"")
        #expect(
            plain.outputBody == ["error": "No entry", "code": "no_entry", "correlationId": .string(Door.invocationID)])
        let verbose = try await Door(app, settings: Self.development).invoke("hello", EnvelopeSamples.h1)
        #expect(verbose.outputBody?["diagnostic"] == "the door is locked")
    }

    @Test func `The log tells the diagnosis of a rejection`() async throws {
        let log = TestLog()
        let app = FunctionApp {
            HTTPFunction("hello", guardedBy: NotingGuard("g", Probe(), refuses: true)) { _, _, _ in .status(.ok) }
        }
        _ = try await Door(app, logger: log.logger).invoke("hello", EnvelopeSamples.h1)
        #expect(log.text.contains("the door is locked"))
    }

    @Test func `A timer that throws fails the invocation, so that the host retries`() async throws {
        let log = TestLog()
        let app = FunctionApp { TimerFunction("tick", schedule: "0 0 * * * *") { _, _ in throw Secret() } }
        let response = try await Door(app, logger: log.logger).invoke("tick", EnvelopeSamples.timer)
        #expect(response.status == .internalServerError)
        #expect(response.json?["correlationId"] == .string(Door.invocationID))
        #expect(!response.text.contains("hunter2"))
        #expect(log.text.contains("hunter2"))
    }

    private var door: Door {
        get throws {
            try Door(
                FunctionApp {
                    HTTPFunction("hello") { _, _ in .status(.ok) }
                    TimerFunction("tick", schedule: "0 0 * * * *") { _, _ in }
                })
        }
    }

    @Test func `An unknown function is a 404`() async throws {
        let response = try await door.invoke("nosuch", "{}")
        #expect(response.status == .notFound)
        #expect(response.json?["code"] == "function_not_found")
    }

    @Test func `A letter that only Unicode takes for another does not name a function`() async throws {
        #expect(try await door.invoke("tic\u{212A}", EnvelopeSamples.timer).status == .notFound)
        #expect(try await door.invoke("TICK", EnvelopeSamples.timer).status == .ok)
    }

    @Test(arguments: ["", "a b", "{}", String(repeating: "a", count: 65), "é", "a;b"])
    func `An invocation id that is none is a 400`(id: String) async throws {
        let headers: HTTPHeaders = ["Content-Type": "application/json", "X-Azure-Functions-InvocationId": id]
        let response = try await door.send(
            .POST, "/tick", headers: headers, body: Array(EnvelopeSamples.timer.utf8))
        #expect(response.status == .badRequest)
        #expect(response.json?["code"] == "missing_invocation_id")
    }

    @Test func `A missing invocation id is a 400`() async throws {
        let response = try await door.send(.POST, "/tick", headers: ["Content-Type": "application/json"])
        #expect(response.json?["code"] == "missing_invocation_id")
    }

    @Test(arguments: ["text/plain", "application/json5", "", "application/jsonx; charset=utf-8", "text/json"])
    func `Another content type is a 415`(type: String) async throws {
        var headers = Door.headers
        headers.replaceOrAdd(name: "Content-Type", value: type)
        let response = try await door.send(.POST, "/tick", headers: headers, body: Array("{}".utf8))
        #expect(response.status == .unsupportedMediaType)
    }

    @Test(arguments: ["", "{", "nul", #"{"Data":{},"Data":{}}"#, #"{"Data":{}}x"#, "\u{FEFF}{}"])
    func `A body that is not strict JSON is a 400 that does not repeat it`(body: String) async throws {
        let response = try await door.invoke("tick", body)
        #expect(response.status == .badRequest)
        #expect(response.json?["code"] == "invalid_json")
        #expect(response.json?["correlationId"] == .string(Door.invocationID))
    }

    @Test(arguments: ["{}", "[]", "null", #"{"Data":[]}"#, #"{"Metadata":{}}"#])
    func `JSON that is no invocation is a 400`(body: String) async throws {
        #expect(try await door.invoke("tick", body).json?["code"] == "invalid_envelope")
    }

    @Test(arguments: [
        #"{"Data":{}}"#, #"{"Data":{"req":"x"}}"#, #"{"Data":{"req":{}}}"#, #"{"Data":{"req":{"Method":"G T"}}}"#,
    ])
    func `An HTTP invocation without request is a 400`(body: String) async throws {
        #expect(try await door.invoke("hello", body).json?["code"] == "invalid_envelope")
    }
}
