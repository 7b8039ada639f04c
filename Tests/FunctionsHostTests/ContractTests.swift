// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
import Logging
import NIOHTTP1
import StrictJSON
import Testing

@testable import FunctionsHost

/// Rows of the host's own tests (host contract §12) that have no other home.
@Suite("The host's own cases", .timeLimit(.minutes(5)))
struct ContractTests {
    private static let echo: @Sendable (HTTPMessage) -> HTTPMessage = { request in
        HTTPMessage(status: 200, headers: ["Content-Type": "text/plain"], body: Array(request.uri.utf8))
    }

    private static func hostJSON(_ section: String, _ members: String) -> String {
        #"{"version":"2.0","\#(section)":{"description":{"defaultExecutablePath":"handler"}\#(members)}}"#
    }

    static let paths: [(section: String, members: String, path: String)] = [
        ("customHandler", #","enableForwardingHttpRequest":true"#, "/api/hello/1"),
        ("customHandler", #","enableForwardingHttpRequest":false"#, "/f"),
        ("customHandler", #","enableProxyingHttpRequest":true"#, "/api/hello/1"),
        ("customHandler", #","enableProxyingHttpRequest":true,"enableForwardingHttpRequest":true"#, "/api/hello/1"),
        ("customHandler", "", "/f"),
        ("httpWorker", "", "/f"),
        ("httpWorker", #","enableForwardingHttpRequest":true"#, "/f"),
        ("httpWorker", #","enableForwardingHttpRequest":false"#, "/f"),
    ]

    @Test(
        "The handler is called at the request's path when forwarding or proxying, else at the function's name",
        arguments: paths)
    func pathValue(section: String, members: String, path: String) async throws {
        let app = [
            "host.json": Self.hostJSON(section, members), "f/function.json": AppFolder.http(#""route":"hello/{id}""#),
        ]
        try await HostUnderTest.withRunning(app, answer: Self.echo) { host async throws in
            _ = try await host.get("/api/hello/1")
            #expect(host.handler.calls.map(\.uri) == [path])
            #expect(
                host.console.messages(at: .warning).contains(
                    "Section httpWorker will be deprecated. Please use customHandler section.")
                    == (section == "httpWorker"))
        }
    }

    @Test(
        "Lines of the handler get their levels by stream and by words",
        arguments: [
            (true, "plain", Logger.Level.error), (true, "a WARNING", .warning), (false, "plain", .info),
            (false, "it failed", .error), (false, "Unhandled Exception", .error), (false, "some warn", .warning),
        ])
    func levels(errorsOnly: Bool, line: String, level: Logger.Level) {
        let console = RecordingConsole()
        let output = HandlerOutput(log: HostLog(console: console), usesStdErrorForErrorsOnly: errorsOnly)
        output.standardError(line)
        output.standardOutput("error on stdout is information")
        #expect(console.messages(at: level).contains(line))
        #expect(console.messages(at: .info).contains("error on stdout is information"))
        #expect(console.messages(in: "Host.Function.Console").count == 2)
    }

    @Test("Lines for the system's log and for tools lose or keep their prefix as in the host")
    func prefixes() throws {
        let console = RecordingConsole()
        let output = HandlerOutput(log: HostLog(console: console), usesStdErrorForErrorsOnly: true)
        output.standardOutput("LanguageWorkerConsoleLog inner")
        output.standardOutput(#"azfuncjsonlog:{"a":1}"#)
        output.standardError("bind: Address already in use")
        #expect(console.messages(in: "Host.Startup") == [" inner", "Port is already in use. Process cannot start."])
        #expect(console.messages(in: "Host.Function.ToolingConsoleLog") == [#"{"a":1}"#])
        let entry = HostLogEntry(level: .info, category: "Host.Function.ToolingConsoleLog", message: "{}")
        #expect(TerminalConsole.line(entry, at: Date(timeIntervalSince1970: 0), hasColors: true) == "{}")
    }

    @Test(
        "Names in arguments are filled in, and what has no value disappears",
        arguments: [
            ("%TestEnv%%duh%", ["TestVal"]), ("%TestEnv%", ["TestVal"]), ("%TestEnv2%%duh%", []),
            ("100%-200%", ["100"]), ("--xTest1 --xTest2", ["--xTest1", "--xTest2"]),
            ("\"a b\" c", ["a b", "c"]),
        ])
    func expansion(argument: String, expected: [String]) throws {
        let description = try description(["arguments": [.string(argument)]], environment: ["TestEnv": "TestVal"])
        let line = HandlerCommandLine(description, environment: ["TestEnv": "TestVal"])
        #expect(line.arguments == expected)
    }

    @Test("A relative executable is the app's where it exists, and PATH's where not")
    func executablePaths() throws {
        #expect(try description([:], path: "handler").executable.hasSuffix("/handler"))
        #expect(try description([:], path: "elsewhere").executable == "elsewhere")
        #expect(try description([:], path: "/abs/handler").executable == "/abs/handler")
        #expect(try description([:], path: "%DIR%/handler", environment: ["DIR": "/x"]).executable == "/x/handler")
        #expect(try description(["workingDirectory": "/w"]).workingDirectory == "/w")
        #expect(try description(["workingDirectory": "w"]).workingDirectory.hasSuffix("/w"))
        #expect(try description(["workerDirectory": "d"], path: "handler").executable == "handler")
    }

    @Test("The routes are logged in one entry, in the host's words")
    func routeLog() async throws {
        let app = [
            "a/function.json": AppFolder.http(#""route":"x/{id:int}","methods":["get","post"]"#),
            "b/function.json": AppFolder.http(),
        ]
        try await HostUnderTest.withRunning(app) { host async throws in
            #expect(
                host.console.messages.contains(
                    "Initializing function HTTP routes\nMapped function route 'api/x/{id:int}' [GET,POST] to 'a'\n"
                        + "Mapped function route 'api/b' [all] to 'b'"))
        }
        try await HostUnderTest.withRunning([:]) { host async throws in
            #expect(host.console.messages.contains("Initializing function HTTP routes\nNo HTTP routes mapped"))
        }
    }

    @Test("Settings that Core Tools and Azure would miss are named with their functions")
    func missingSettings() async throws {
        let app = [
            "f/function.json": AppFolder.http(
                output:
                    #"{"type":"http","direction":"out","name":"res"},{"type":"serviceBus","direction":"out","name":"o","queueName":"q","connection":"Bus"}"#
            )
        ]
        try await HostUnderTest.withRunning(app) { host async throws in
            let warnings = host.console.messages(at: .warning)
            #expect(warnings.contains { $0.hasPrefix("Cannot find value named 'Bus' in local.settings.json (for f).") })
            #expect(warnings.contains { $0.hasPrefix("FUNCTIONS_WORKER_RUNTIME is not set") })
            #expect(!warnings.contains { $0.contains("AzureWebJobsStorage") })
        }
        let environment = ["Bus__fullyQualifiedNamespace": "x", "FUNCTIONS_WORKER_RUNTIME": "custom"]
        try await HostUnderTest.withRunning(app, environment: environment) { host async throws in
            #expect(!host.console.messages.contains { $0.hasPrefix("Cannot find value") || $0.contains("is not set") })
        }
    }

    private func description(
        _ members: [String: JSONValue], path: String = "handler", environment: [String: String] = [:]
    ) throws -> HandlerDescription {
        let extra = members.map { #","\#($0.key)":\#(String(decoding: $0.value.serialized(), as: UTF8.self))"# }
            .joined()
        let json = #"{"version":"2.0","customHandler":{"description":{"defaultExecutablePath":"\#(path)"\#(extra)}}}"#
        let folder = try AppFolder(["host.json": json, "handler": ""])
        defer { folder.remove() }
        let configuration = try HostConfiguration.load(appRoot: folder.path, environment: environment)
        return try #require(configuration.description)
    }
}
