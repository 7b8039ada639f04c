// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions
import HTTPTypes
import NIOHTTP1
import StrictJSON
import Testing

@Suite struct `Results out` {
    private func result(_ response: FunctionResponse, log: TestLog = TestLog()) async throws -> HandlerResponse {
        let app = FunctionApp { HTTPFunction("hello") { _, _ in response } }
        return try await Door(app, logger: log.logger).invoke("hello", EnvelopeSamples.h1)
    }

    @Test func `A result is 200, JSON, and holds the three members that the host reads`() async throws {
        let response = try await result(.text("hi", status: .created))
        #expect(response.status == .ok)
        #expect(response.headers["Content-Type"] == ["application/json"])
        #expect(
            response.text
                == #"{"Outputs":{"res":{"statusCode":201,"headers":{"Content-Type":"text/plain; charset=utf-8"},"#
                + #""body":"hi"}},"Logs":[],"ReturnValue":null}"#)
    }

    @Test(arguments: [204, 302, 401, 404, 418, 500, 503])
    func `Every status goes inside`(code: Int) async throws {
        let response = try await result(.status(HTTPResponse.Status(code: code)))
        #expect(response.status == .ok)
        #expect(response.output?["statusCode"] == .integer(Int64(code)))
        #expect(response.output?["body"] == "")
    }

    @Test func `A redirect's location goes inside, so that the host does not follow it`() async throws {
        let response = try await result(FunctionResponse(status: .found, headers: [.location: "https://example.com/"]))
        #expect(response.output?["headers"]?["Location"] == "https://example.com/")
        #expect(response.headers["Location"].isEmpty)
    }

    @Test func `Several values of a field are joined, because a name can come once only`() async throws {
        var headers = HTTPFields()
        headers.append(HTTPField(name: .vary, value: "Accept"))
        headers.append(HTTPField(name: .vary, value: "Origin"))
        let response = try await result(FunctionResponse(headers: headers))
        #expect(response.output?["headers"] == ["Vary": "Accept, Origin"])
    }

    @Test func `One Set-Cookie is sent`() async throws {
        let response = try await result(FunctionResponse(headers: [.setCookie: "a=1; Path=/"]))
        #expect(response.output?["headers"]?["Set-Cookie"] == "a=1; Path=/")
    }

    @Test func `Two Set-Cookie are a 500, and the log names the switch that allows them`() async throws {
        var headers = HTTPFields()
        headers.append(HTTPField(name: .setCookie, value: "a=1"))
        headers.append(HTTPField(name: .setCookie, value: "b=2"))
        let log = TestLog()
        let response = try await result(FunctionResponse(headers: headers), log: log)
        #expect(response.output?["statusCode"] == 500)
        #expect(log.text.contains("Set-Cookie"))
        #expect(log.text.contains("enableForwardingHttpRequest"))
    }

    @Test func `A binary body is a 500, and the log names the switch that allows it`() async throws {
        let log = TestLog()
        let response = try await result(.bytes([0x00, 0xFF], contentType: "image/png"), log: log)
        #expect(response.output?["statusCode"] == 500)
        #expect(response.outputBody?["code"] == "internal_error")
        #expect(response.outputBody?["correlationId"] == .string(Door.invocationID))
        #expect(log.text.contains("enableForwardingHttpRequest"))
        #expect(!response.text.contains("enableForwardingHttpRequest"))
    }

    @Test func `Text survives with quotes, control characters and emoji`() async throws {
        let text = "\"\\\u{0}\u{1F}\n😀\u{2028}"
        let response = try await result(.text(text))
        #expect(response.output?["body"] == .string(text))
    }

    @Test func `A timer's result is an object with empty outputs`() async throws {
        let app = FunctionApp { TimerFunction("tick", schedule: "0 0 * * * *") { _, _ in } }
        let response = try await Door(app).invoke("tick", EnvelopeSamples.timer)
        #expect(response.status == .ok)
        #expect(response.text == #"{"Outputs":{},"Logs":[],"ReturnValue":null}"#)
    }
}
