// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import NIOHTTP1
import StrictJSON
import Testing

@testable import FunctionsHost

@Suite("Traced payloads", .timeLimit(.minutes(5)))
struct PayloadTraceTests {
    private static let token = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ4In0.c2lnbmF0dXJl"
    private static let secrets = [token, "SESSION", "KEYKEY", "s3cret", "WHOAMI"]

    @Test(
        "Every envelope and answer is shown, and no secret of it, in all three modes",
        arguments: ["", "enableForwardingHttpRequest", "enableProxyingHttpRequest"])
    func shown(mode: String) async throws {
        let environment = mode.isEmpty ? [:] : ["AzureFunctionsJobHost__customHandler__\(mode)": "true"]
        let result =
            #"{"Outputs":{"res":{"body":"token \#(Self.token) done","headers":{"Set-Cookie":"a=SESSION"}}},"Logs":["seen"]}"#
        let answer: @Sendable (HTTPMessage) -> HTTPMessage = { _ in
            var message = HTTPMessage.json(result)
            message.headers.add(name: "Set-Cookie", value: "a=SESSION")
            return message
        }
        try await HostUnderTest.withRunning(
            ["f/function.json": AppFolder.http()], environment: environment, options: { $0.tracesPayloads = true },
            answer: answer
        ) { host async throws in
            let body = #"{"visible":1,"password":"s3cret","nested":{"access_token":"s3cret"}}"#
            _ = try await host.post(
                "/api/f?code=KEYKEY&x=1", type: "application/json", Array(body.utf8),
                headers: "Authorization: Bearer \(Self.token)\r\nCookie: a=SESSION\r\nx-functions-key: KEYKEY\r\n"
                    + "X-MS-CLIENT-PRINCIPAL: WHOAMI\r\nX-Note: \(Self.token)\r\n")
            let lines = host.console.messages(in: "Function.f.Payload")
            #expect(lines.count == 2)
            let text = lines.joined(separator: "\n")
            for secret in Self.secrets { #expect(!text.contains(secret), "\(secret) in \(text)") }
            #expect(text.contains("-> ") && text.contains("<- 200"))
            if mode != "enableProxyingHttpRequest" { #expect(text.contains("visible") && text.contains("seen")) }
            #expect(text.contains(Redaction.mark))
        }
    }

    @Test("Nothing is shown unless asked for")
    func silent() async throws {
        try await HostUnderTest.withRunning(["f/function.json": AppFolder.http()]) { host async throws in
            _ = try await host.get("/api/f")
            #expect(host.console.messages(in: "Function.f.Payload").isEmpty)
        }
    }

    @Test(
        "Texts lose tokens and secret parameters and nothing else",
        arguments: [
            ("a eyJh.eyJ.x b", "a [redacted] b"), ("eyJust a word", "eyJust a word"),
            ("https://h/p?CODE=abc&y=2#f", "https://h/p?CODE=[redacted]&y=2#f"),
            ("grant=x&client_secret=abc", "grant=x&client_secret=[redacted]"), ("barcode=1", "barcode=1"),
            ("AccountName=a;AccountKey=abc==;X=1", "AccountName=a;AccountKey=[redacted];X=1"),
            ("code=", "code=[redacted]"), ("code=a&code=b=c", "code=[redacted]&code=[redacted]"),
            ("?sig=eyJh.eyJ.x&y=eyJh.eyJ.x", "?sig=[redacted]&y=[redacted]"),
            ("xcode=1; sig=2", "xcode=1; sig=[redacted]"),
            ("eyJh.eyJ.x=code=1", "[redacted]=code=1"), ("plain = text", "plain = text"),
        ])
    func texts(text: String, expected: String) {
        #expect(Redaction.text(text) == expected)
    }

    @Test("The code of an error answer is shown, the code of a call is not")
    func codes() throws {
        let answer: JSONValue = ["error": "Invalid token", "code": "signature_invalid", "correlationId": "1"]
        #expect(try JSONValue(parsing: Array(Redaction.pretty(answer).utf8)) == answer)
        let call = Redaction.pretty(["Query": ["code": "k"]])
        #expect(try JSONValue(parsing: Array(call.utf8)) == ["Query": ["code": .string(Redaction.mark)]])
    }
}
