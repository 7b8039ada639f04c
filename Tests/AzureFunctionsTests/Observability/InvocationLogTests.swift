// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions
import AzureFunctionsTesting
import HTTPTypes
import Logging
import NIOHTTP1
import StrictJSON
import Testing

@Suite struct `A function's log lines` {
    private struct Broken: Error {}

    private struct Console: Sendable {
        let lines = Probe<String>()

        func logger(_ destination: LogDestination, _ format: LogFormat = .text) -> Logger {
            Logger(label: "app") { [lines] label in
                HostLogHandler(label: label, level: .info, format: format, destination: destination) { bytes, isError in
                    lines.record((isError ? "! " : "  ") + String(decoding: bytes.dropLast(), as: UTF8.self))
                }
            }
        }
    }

    private let app = FunctionApp {
        TimerFunction("tick", schedule: "0 0 * * * *") { tick, context in
            context.logger.info("first", metadata: ["n": "1"])
            context.logger.notice("second")
            context.logger.warning("careful")
            if tick.isPastDue { throw Broken() }
        }
        HTTPFunction("web") { _, context in
            context.logger.info("asked")
            return .status(.ok)
        }
    }

    private func tick(isPastDue: Bool, _ logger: Logger) async throws -> HandlerResponse {
        try await Door(app, logger: logger)
            .invoke("tick", #"{"Data":{"timer":{"IsPastDue":\#(isPastDue)}},"Metadata":{}}"#)
    }

    @Test func `They come with the result, and warnings go to standard error at once`() async throws {
        let console = Console()
        let response = try await tick(isPastDue: false, console.logger(.result))
        #expect(response.json?["Logs"] == ["[info] first n=1", "[notice] second"])
        #expect(
            console.lines.values == ["! [warning] app: careful function=tick invocation.id=\(Door.invocationID)"])
    }

    @Test func `Nothing is lost when the function throws, because the host drops such a result`() async throws {
        let console = Console()
        let response = try await tick(isPastDue: true, console.logger(.result))
        #expect(response.status == .internalServerError)
        #expect(console.lines.values.contains("  [info] first n=1 invocation.id=\(Door.invocationID)"))
        #expect(console.lines.values.contains("  [notice] second invocation.id=\(Door.invocationID)"))
        #expect(console.lines.values.last?.hasPrefix("! [error] app: The function failed.") == true)
    }

    @Test func `An HTTP function's lines come with its answer, and to the console when it is called as plain HTTP`()
        async throws
    {
        let console = Console()
        let response = try await Door(app, logger: console.logger(.result)).invoke("web", EnvelopeSamples.h1)
        #expect(response.json?["Logs"] == ["[info] asked"])
        #expect(console.lines.values.isEmpty)
        let plain = try Door(
            app, hostJSON: ["customHandler": ["enableForwardingHttpRequest": true]], logger: console.logger(.result))
        _ = await plain.send(.GET, "/api/web", headers: Door.headers)
        #expect(console.lines.values == ["  [info] app: asked function=web invocation.id=\(Door.invocationID)"])
    }

    @Test func `With the console as destination they are written at once and not repeated`() async throws {
        let console = Console()
        let response = try await tick(isPastDue: false, console.logger(.console))
        #expect(response.json?["Logs"] == [])
        #expect(console.lines.values.count == 3)
    }

    @Test func `More lines than a result may carry go to the console`() async throws {
        let console = Console()
        let app = FunctionApp {
            TimerFunction("tick", schedule: "0 0 * * * *") { _, context in
                for number in 0..<2_000 { context.logger.info("line \(number)") }
            }
        }
        let response = try await Door(app, logger: console.logger(.result)).invoke("tick", EnvelopeSamples.timer)
        let kept = try #require(response.json?["Logs"]?.array?.count)
        #expect(kept > 100)
        #expect(kept + console.lines.values.count == 2_000)
    }

    @Test func `As JSON a line is one object`() throws {
        let console = Console()
        console.logger(.console, .json).error("Lost\n\u{1B}[31m", metadata: ["key": "a \"b\""])
        let line = try #require(console.lines.values.first?.dropFirst(2))
        let json = try JSONValue(parsing: Array(line.utf8))
        #expect(json["level"] == "error")
        #expect(json["metadata"] == ["key": "a \"b\""])
        #expect(json["time"]?.string?.hasSuffix("Z") == true)
    }

    @Test func `An error that speaks of a warning is still an error for the host`() throws {
        let console = Console()
        console.logger(.console).error("The Warning could not be sent")
        let line = try #require(console.lines.values.first)
        #expect(!line.lowercased().contains("warn"))
        #expect(line.hasPrefix("! [error]"))
    }
}
