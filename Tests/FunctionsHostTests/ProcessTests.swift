// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
import Logging
import StrictJSON
import Testing

@testable import FunctionsHost

@Suite("The handler's process", .timeLimit(.minutes(5)))
struct ProcessTests {
    private func withHost<Result: Sendable>(
        _ behaviour: String, files: [String: String] = [:], environment: [String: String] = [:],
        options change: (inout HostOptions) -> Void = { _ in },
        _ body: (Int, RecordingConsole, AppFolder) async throws -> Result
    ) async throws -> Result {
        let folder = try folder(behaviour, files)
        defer { folder.remove() }
        let console = RecordingConsole()
        var options = options(folder, console, environment)
        change(&options)
        return try await HostUnderTest.run(options) { try await body($0, console, folder) }
    }

    private func folder(_ behaviour: String, _ files: [String: String] = [:]) throws -> AppFolder {
        try AppFolder(
            [
                "host.json": AppFolder.hostJSON, "f/function.json": AppFolder.http(),
                "handler": PythonHandler.script(behaviour),
            ].merging(files) { $1 })
    }

    private func options(
        _ folder: AppFolder, _ console: RecordingConsole, _ environment: [String: String] = [:]
    ) -> HostOptions {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        var options = HostOptions(
            appRoot: folder.path, environment: ["PATH": path].merging(environment) { $1 }, console: console)
        options.port = 0
        return options
    }

    private func get(_ port: Int) async throws -> HTTPMessage {
        try await HTTPExchange.send("GET /api/f HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n", port: port)
    }

    @Test("An invocation waits for the handler, which gets the host's and the user's settings")
    func environment() async throws {
        let settings =
            #"{"IsEncrypted":false,"Values":{"A":"from file","B":true,"C":5,"D":null,"E":"from file","F":"from file"},"#
            + #""ConnectionStrings":{"db":"x"}}"#
        try await withHost(
            "server.serve_forever()", files: ["local.settings.json": settings],
            environment: ["A": "from shell", "FUNCTIONS_HTTPWORKER_PORT": "9000"],
            options: { $0.handlerSettings = ["A": "from tool", "E": "from tool"] }
        ) { port, console, folder async throws in
            #expect(try await get(port).text == "ok")
            let values = try JSONValue(parsing: folder.read("environment.json"))
            #expect(values["A"] == "from shell")
            #expect(values["B"] == "true")
            #expect(values["C"] == "5")
            #expect(values["D"] == nil)
            #expect(values["E"] == "from tool")
            #expect(values["F"] == "from file")
            #expect(values["ConnectionStrings:db"] == "x")
            #expect(values["FUNCTIONS_APP_ROOT_PATH"]?.string == folder.path)
            #expect(values["FUNCTIONS_HTTPWORKER_PORT"] == values["FUNCTIONS_CUSTOMHANDLER_PORT"])
            #expect(values["FUNCTIONS_HTTPWORKER_PORT"] != "9000")
            #expect(UUID(uuidString: values["FUNCTIONS_CUSTOMHANDLER_WORKER_ID"]?.string ?? "") != nil)
            #expect(values["FUNCTIONS_HTTPWORKER_ID"] == values["FUNCTIONS_CUSTOMHANDLER_WORKER_ID"])
            #expect(values["WEBSITE_HOSTNAME"]?.string == "localhost:\(port)")
            #expect(values["AZURE_FUNCTIONS_ENVIRONMENT"] == "Development")
            #expect(values["FUNCTIONS_CORETOOLS_ENVIRONMENT"] == "true")
            #expect(
                console.messages(at: .warning).contains(
                    "Skipping 'A' from local settings as it's already defined in current environment variables."))
            #expect(console.messages.contains("Worker process started and initialized."))
        }
    }

    @Test("Lines of the handler get levels by stream and words")
    func console() async throws {
        let behaviour = """
            print("plain", flush=True)
            print("a Warning here", file=sys.stderr, flush=True)
            print("oh no", file=sys.stderr, flush=True)
            server.serve_forever()
            """
        try await withHost(behaviour) { _, console, _ async throws in
            await console.wait(for: "oh no")
            await console.wait(for: "plain")
            #expect(console.messages(at: .info).contains("plain"))
            #expect(console.messages(at: .warning).contains("a Warning here"))
            #expect(console.messages(at: .error).contains("oh no"))
        }
    }

    @Test("A handler that ends with 0 is not started again, and invocations fail")
    func exitZero() async throws {
        try await withHost("server.handle_request(); sys.exit(0)") { port, console, folder async throws in
            await console.wait(for: "exit code 0")
            #expect(try await get(port).status == 500)
            #expect(try folder.read("starts").count == 1)
        }
    }

    @Test("A handler that ends with 200 is started again, not counted as an error")
    func exit200() async throws {
        let behaviour = """
            if starts < 5:
                server.handle_request(); sys.exit(200)
            server.serve_forever()
            """
        try await withHost(behaviour) { port, console, folder async throws in
            await console.wait(for: "Language Worker Process exited and needs to be restarted.")
            while try folder.read("starts").count < 5 { await Task.yield() }
            #expect(try await get(port).text == "ok")
            #expect(console.messages(at: .error).isEmpty)
        }
    }

    @Test("The third error ends the host")
    func restartLimit() async throws {
        let folder = try folder("print('reason', file=sys.stderr, flush=True); sys.exit(3)")
        defer { folder.remove() }
        let console = RecordingConsole()
        let host = try FunctionsHost(options: options(folder, console))
        let error = await #expect(throws: HostError.self) { try await host.run() }
        #expect(error?.code == .restartLimit)
        #expect(console.messages.contains("Exceeded http worker restart retry count. Shutting down Functions Host"))
        let exits = console.messages.filter { $0.hasPrefix("Language Worker Process exited. Pid=") }
        #expect(exits.count == 3)
        #expect(exits.allSatisfy { $0.contains("exited with code 3 (0x3)") && $0.contains("reason") })
        #expect(try folder.read("starts").count == 3)
    }

    @Test("A function that takes too long costs the process its life, and the next call finds a new one")
    func timeout() async throws {
        let behaviour = """
            import time
            if starts == 1: Handler.do_POST = lambda self: time.sleep(600)
            server.serve_forever()
            """
        let hostJSON =
            #"{"version":"2.0","functionTimeout":"00:00:04","customHandler":{"description":{"defaultExecutablePath":"handler"}}}"#
        try await withHost(behaviour, files: ["host.json": hostJSON]) { port, console, folder async throws in
            #expect(try await get(port).status == 500)
            #expect(console.messages.contains { $0.contains("Timeout value of 00:00:04 exceeded") })
            #expect(try await get(port).text == "ok", "\(console.messages)")
            #expect(try folder.read("starts").count == 2)
        }
    }

    @Test("A handler that ignores SIGTERM is killed when its time is up")
    func kill() async throws {
        let behaviour =
            "signal.signal(signal.SIGTERM, signal.SIG_IGN); print('deaf', flush=True); server.serve_forever()"
        try await withHost(behaviour, options: { $0.stopTimeout = .milliseconds(200) }) { _, console, _ async throws in
            await console.wait(for: "deaf")
        }
    }

    @Test("A handler that cannot be started at all is one clear error")
    func missing() async throws {
        let hostJSON =
            #"{"version":"2.0","customHandler":{"description":{"defaultExecutablePath":"/nowhere/handler"}}}"#
        let folder = try folder("", ["host.json": hostJSON])
        defer { folder.remove() }
        let host = try FunctionsHost(options: options(folder, RecordingConsole()))
        let error = await #expect(throws: HostError.self) { try await host.run() }
        #expect(error?.code == .handlerStart)
        #expect(error?.message.contains("/nowhere/handler") == true)
    }

    @Test("A handler without the permission to run is told apart, with the command that gives it")
    func notExecutable() async throws {
        let folder = try folder("")
        defer { folder.remove() }
        let path = "\(folder.path)/handler"
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
        let host = try FunctionsHost(options: options(folder, RecordingConsole()))
        let error = await #expect(throws: HostError.self) { try await host.run() }
        #expect(error?.code == .handlerStart)
        #expect(error?.message.hasSuffix("(it is not executable). Run: chmod +x '\(path)'") == true)
        #expect(error?.message.contains("\n") == false)
    }

    @Test("Where the host acts like Azure, the handler gets SIGKILL and no chance to end in order")
    func killsLikeAzure() async throws {
        let behaviour = """
            def end(*arguments):
                with open("ended", "w") as file: file.write("in order")
                sys.exit(0)
            signal.signal(signal.SIGTERM, end)
            print("up", flush=True)
            server.serve_forever()
            """
        for kills in [true, false] {
            let folder = try folder(behaviour)
            defer { folder.remove() }
            let console = RecordingConsole()
            var options = options(folder, console)
            options.killsLikeAzure = kills
            try await HostUnderTest.run(options) { _ in await console.wait(for: "up") }
            #expect((try? folder.read("ended")) == (kills ? nil : Array("in order".utf8)))
        }
    }

    private static let impatient =
        #"{"version":"2.0","customHandler":{"initializationTimeout":"00:00:00.5","description":{"defaultExecutablePath":"handler"}}}"#

    @Test("A handler that never listens is killed and counted, three times")
    func neverReady() async throws {
        let folder = try folder("import time; time.sleep(600)", ["host.json": Self.impatient])
        defer { folder.remove() }
        let console = RecordingConsole()
        let host = try FunctionsHost(options: options(folder, console))
        let error = await #expect(throws: HostError.self) { try await host.run() }
        #expect(error?.code == .restartLimit)
        let lines = console.messages(at: .error).filter {
            $0.hasPrefix("Failed to start http worker process. workerId:")
        }
        #expect(lines.count == 3)
        #expect(lines.allSatisfy { $0.hasSuffix("Initializing HttpWorker timed out.") })
    }

    @Test("An invocation that waits too long for the handler ends the host")
    func givesUp() async throws {
        // Exit code 200 is no error, so nothing else ends this.
        let tick = AppFolder.timer(#""schedule":"0 0 0 1 1 *","runOnStartup":true"#)
        let folder = try folder("sys.exit(200)", ["host.json": Self.impatient, "tick/function.json": tick])
        defer { folder.remove() }
        let console = RecordingConsole()
        let host = try FunctionsHost(options: options(folder, console))
        let error = await #expect(throws: HostError.self) { try await host.run() }
        #expect(error?.code == .handlerNotReady)
        let line = try #require(error?.message)
        #expect(line.hasPrefix("Final functionDispatcher state: "))
        #expect(line.hasSuffix(". Initialization timed out and host is shutting down"))
        #expect(console.messages(at: .error).filter { $0 == line }.count == 1)
    }

    @Test(
        "The third error within half an hour ends the host, and a longer quiet forgets the ones before",
        arguments: [([0, 1_800, 3_600], false), ([0, 60, 1_861], true), ([0, 1_801, 1_802], true)])
    func restartWindow(seconds: [Double], isAllowed: Bool) {
        var policy = RestartPolicy()
        let allowed = seconds.map { policy.allowsRestart(afterErrorAt: Date(timeIntervalSince1970: $0)) }
        #expect(allowed == [true, true, isAllowed])
    }

    @Test("What looks like a credential is hidden up to the next quote")
    func credentials() {
        #expect(CredentialMask.mask(#"a "AccountKey=abc==" b"#) == #"a "[Hidden Credential]" b"#)
        #expect(CredentialMask.mask("x?CODE=1&b=2") == "x[Hidden Credential]")
        #expect(CredentialMask.mask("plain text, token = 1") == "plain text, token = 1")
    }

    @Test("Arguments are split at spaces, and variables filled in")
    func arguments() async throws {
        let hostJSON =
            #"{"version":"2.0","customHandler":{"description":{"defaultExecutablePath":"%NAME%","arguments":["#
            + #""--a --b","%X%%NOTHING%","p%FUNCTIONS_CUSTOMHANDLER_PORT%"],"defaultWorkerPath":"a b"}}}"#
        let behaviour = "print(json.dumps([sys.argv[1:], port]), flush=True); server.serve_forever()"
        try await withHost(
            behaviour, files: ["host.json": hostJSON], environment: ["NAME": "handler", "X": "y"]
        ) { _, console, folder async throws in
            let port = try await waitForPort(console, folder)
            #expect(
                console.messages.contains("[[\"--a\", \"--b\", \"y\", \"p\(port)\", \"a b\"], \(port)]"),
                "\(console.messages)")
            let warnings = console.messages(at: .warning)
            #expect(warnings.contains { $0.hasPrefix("[percent-removed] %NOTHING% ") })
            #expect(warnings.contains { $0.hasPrefix("[argument-split] The argument \"--a --b\"") })
            #expect(console.messages(at: .debug).contains("Environment variable:%NOTHING% is not set"))
        }
    }

    private func waitForPort(_ console: RecordingConsole, _ folder: AppFolder) async throws -> String {
        await console.wait(for: "[[")
        let values = try JSONValue(parsing: folder.read("environment.json"))
        return try #require(values["FUNCTIONS_CUSTOMHANDLER_PORT"]?.string)
    }
}
