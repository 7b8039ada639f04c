// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions
import AzureFunctionsEntra
import AzureFunctionsTesting
import HTTPTypes
import StrictJSON
import Synchronization
import Testing

@Suite("A running app, byte by byte", .timeLimit(.minutes(5)))
struct RunningAppTests {
    private static let forwarding: JSONValue = ["customHandler": ["enableForwardingHttpRequest": true]]

    /// Runs an app with one guarded function; returns how often the function was called.
    private func run(_ body: (Int) async throws -> Void) async throws -> Int {
        let calls = Atomic(0)
        let entra = SampleTenant().entra()
        let app = FunctionApp(authLevel: .anonymous) {
            HTTPFunction("hello", methods: [.get, .head, .post], guardedBy: entra.scope("access_as_user")) { _, _, _ in
                calls.add(1, ordering: .relaxed)
                return .text("hello")
            }
        }
        try await app.withServer(hostJSON: Self.forwarding) { try await body($0) }
        return calls.load(ordering: .relaxed)
    }

    @Test("Control bytes in a token are a 400, and never begin a second field (HTTP-21)")
    func controlBytes() async throws {
        let bearer = try SampleTenant().bearer()
        let calls = try await run { port in
            for tail in ["\u{0}", "\u{1}", "\u{7F}", "\r\n X: y", "\r\n\tX: y", "\rX: y", "\u{0}\r\n X: y", "\u{B}"] {
                for value in [bearer + tail, bearer.replacing(".", with: ".\(tail)", maxReplacements: 1)] {
                    let answer = try await Wire.exchange(
                        Wire.get("/api/hello", "Authorization: \(value)"), port: port)
                    #expect(answer.status == 400, "\(tail.debugDescription): \(answer.text.prefix(80))")
                    #expect(TextWindows(answer.text).firstShared(with: bearer) == nil)
                }
            }
            let good = try await Wire.exchange(Wire.get("/api/hello", "Authorization: \(bearer)"), port: port)
            #expect(good.status == 200)
            #expect(good.body == Array("hello".utf8))
        }
        #expect(calls == 1)
    }

    @Test("Several Authorization lines are a 400, in whatever order and case (HTTP-14…16)")
    func severalLines() async throws {
        let bearer = try SampleTenant().bearer()
        let calls = try await run { port in
            for lines in [
                ["Authorization: \(bearer)", "Authorization: \(bearer)"],
                ["Authorization: Basic x", "authorization: \(bearer)"],
                ["AUTHORIZATION: \(bearer)", "Authorization:"],
            ] {
                let answer = try await Wire.exchange(Wire.get("/api/hello", lines[0], lines[1]), port: port)
                #expect(answer.status == 400, "\(answer.text.prefix(80))")
            }
            let good = try await Wire.exchange(Wire.get("/api/hello", "AUTHORIZATION: \(bearer)"), port: port)
            #expect(good.status == 200)
        }
        #expect(calls == 1)
    }

    /// The host speaks HTTP/1.1 with the handler, and so HTTP/2 never comes that far (host contract §4).
    @Test("HTTP/2 is not spoken: its preface is refused, an upgrade ignored, lower-case names read (HTTP-27)")
    func http2() async throws {
        let bearer = try SampleTenant().bearer()
        let calls = try await run { port in
            let settings = "\u{0}\u{0}\u{0}\u{4}\u{0}\u{0}\u{0}\u{0}\u{0}"
            for preface in ["PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + settings] {
                let answer = try await Wire.exchange(preface, port: port)
                #expect([400, 505].contains(answer.status), "\(answer.text.debugDescription)")
            }
            let upgrade = try await Wire.exchange(
                "GET /api/hello HTTP/1.1\r\nHost: a\r\nConnection: Upgrade, HTTP2-Settings, close\r\nUpgrade: h2c\r\n"
                    + "HTTP2-Settings: AAMAAABkAAQAAP__\r\nauthorization: \(bearer)\r\n\r\n", port: port)
            #expect(upgrade.status == 200)
            #expect(upgrade["Upgrade"] == [])
            let old = try await Wire.exchange(
                "GET /api/hello HTTP/1.0\r\nauthorization: \(bearer)\r\n\r\n", port: port)
            #expect(old.text.hasPrefix("HTTP/1.") && old.text.contains(" 200 "))
        }
        #expect(calls == 2)
    }

    @Test("HEAD with a bad token has status and challenge of GET, and no body (LEAK-09)")
    func head() async throws {
        let calls = try await run { port in
            for lines in [["Authorization: Bearer a.b.c"], ["Authorization: Bearer"], []] {
                let fields = lines.map { $0 + "\r\n" }.joined()
                let request = " /api/hello HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\(fields)\r\n"
                let get = try await Wire.exchange("GET" + request, port: port)
                let head = try await Wire.exchange("HEAD" + request, port: port)
                #expect(head.status == (lines == ["Authorization: Bearer"] ? 400 : 401))
                #expect(head.status == get.status)
                #expect(head["WWW-Authenticate"] == get["WWW-Authenticate"])
                #expect(head["WWW-Authenticate"].count == 1)
                #expect(head["Cache-Control"] == ["no-store"])
                #expect(!get.body.isEmpty)
                #expect(head.body.isEmpty)
            }
        }
        #expect(calls == 0)
    }
}
