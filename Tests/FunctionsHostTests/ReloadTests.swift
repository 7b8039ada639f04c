// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
import FunctionsHost
import NIOCore
import NIOPosix
import Synchronization
import Testing

@Suite("A running host gets its app anew", .timeLimit(.minutes(5)))
struct ReloadTests {
    /// A handler that answers every envelope with a text, after it has seen a file if it must.
    private static func handler(_ text: String, waitingFor file: String? = nil) -> String {
        let wait = file.map { "while not os.path.exists('\($0)'): time.sleep(0.01)" } ?? "pass"
        return PythonHandler.script(
            """
            import time
            def post(self):
                open("entered-\(text)", "w").close()
                \(wait)
                self.answer(b'{"Outputs":{"res":{"body":"\(text)"}}}')
            Handler.do_POST = post
            server.serve_forever()
            """)
    }

    private final class Flag: Sendable {
        private let value = Mutex(false)
        var isSet: Bool { value.withLock { $0 } }
        func set() { value.withLock { $0 = true } }
    }

    private struct Scene: Sendable {
        let port: Int
        let options: HostOptions
        let reloader: HostReloader
        let console: RecordingConsole

        func get(_ path: String = "/api/f") async throws -> HTTPMessage {
            try await HTTPExchange.send("GET \(path) HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n", port: port)
        }
    }

    private func withHost(
        _ folder: AppFolder, _ body: (Scene) async throws -> Void
    ) async throws {
        defer { folder.remove() }
        let console = RecordingConsole()
        let reloader = HostReloader()
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        var options = HostOptions(appRoot: folder.path, environment: ["PATH": path], console: console)
        options.port = 0
        options.reloader = reloader
        try await HostUnderTest.run(options) { [options] port in
            try await body(Scene(port: port, options: options, reloader: reloader, console: console))
        }
    }

    private func folder(_ handler: String) throws -> AppFolder {
        try AppFolder([
            "host.json": AppFolder.hostJSON, "f/function.json": AppFolder.http(), "handler": handler,
        ])
    }

    /// Reloads under load, and expects every request answered: "old", then "next".
    private func reload(_ scene: Scene, _ folder: AppFolder) async throws -> [HostedFunction] {
        let isDone = Flag()
        async let answers = withThrowingTaskGroup(of: [String].self) { group in
            for _ in 0..<4 {
                group.addTask {
                    var texts: [String] = []
                    while !isDone.isSet { texts.append(try await scene.get().text) }
                    return texts + [try await scene.get().text]
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        try folder.write(Self.handler("next"), to: "handler")
        let functions = try await scene.reloader.reload(scene.options)
        isDone.set()
        for texts in try await answers {
            #expect(Set(texts).isSubset(of: ["old", "next"]))
            #expect(texts.firstIndex(of: "next") == (texts.lastIndex(of: "old") ?? -1) + 1)
            #expect(texts.last == "next")
        }
        return functions
    }

    @Test("Requests all along a reload are all answered, by the old app and then by the new one")
    func noRequestIsLost() async throws {
        let folder = try folder(Self.handler("old"))
        try await withHost(folder) { scene in
            #expect(try await scene.get().text == "old")
            try folder.write(AppFolder.http(), to: "g/function.json")
            let functions = try await reload(scene, folder)
            #expect(functions.map(\.name) == ["f", "g"])
            #expect(try await scene.get("/api/g").text == "next")
        }
    }

    @Test("A request that the old handler has begun is answered by it, after the switch")
    func begunRequest() async throws {
        let folder = try folder(Self.handler("old", waitingFor: "go"))
        try await withHost(folder) { scene in
            async let slow = scene.get()
            while (try? folder.read("entered-old")) == nil { await Task.yield() }
            try folder.write(Self.handler("next"), to: "handler")
            _ = try await scene.reloader.reload(scene.options)
            #expect(try await scene.get().text == "next")
            try folder.write("", to: "go")
            #expect(try await slow.text == "old")
        }
    }

    @Test(
        "An app that cannot be loaded leaves the old one at work, and the next reload may succeed",
        arguments: [
            ["host.json": "{"], ["handler": "#!/bin/sh\nexit 3\n"],
            ["local.settings.json": #"{"Values":{"A":"encrypted"}}"#],
        ])
    func brokenApp(files: [String: String]) async throws {
        let folder = try folder(Self.handler("old"))
        try await withHost(folder) { scene in
            #expect(try await scene.get().text == "old")
            for (name, text) in files { try folder.write(text, to: name) }
            await #expect(throws: HostError.self) { try await scene.reloader.reload(scene.options) }
            #expect(try await scene.get().text == "old")
            try folder.write(AppFolder.hostJSON, to: "host.json")
            try folder.write(#"{"IsEncrypted":false}"#, to: "local.settings.json")
            try folder.write(Self.handler("next"), to: "handler")
            _ = try await scene.reloader.reload(scene.options)
            #expect(try await scene.get().text == "next")
        }
    }

    @Test("A handler that cannot be kept alive does not end a host that can get another one")
    func brokenFirst() async throws {
        let folder = try folder("#!/bin/sh\nexit 3\n")
        try await withHost(folder) { scene in
            #expect(try await scene.get().status == 500)
            try folder.write(Self.handler("next"), to: "handler")
            _ = try await scene.reloader.reload(scene.options)
            #expect(try await scene.get().text == "next")
        }
    }

    @Test("With a fixed port of the handler, requests wait while one follows the other")
    func fixedPort() async throws {
        let folder = try folder(Self.handler("old"))
        let port = try await freePort()
        try folder.write(
            #"{"version":"2.0","customHandler":{"port":\#(port),"description":{"defaultExecutablePath":"handler"}}}"#,
            to: "host.json")
        try await withHost(folder) { scene in
            #expect(try await scene.get().text == "old")
            _ = try await reload(scene, folder)
        }
    }

    /// A port that stays free once it is closed: below those that the system hands out to whoever asks for any.
    private func freePort() async throws -> Int {
        let bootstrap = ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
        for _ in 0..<100 {
            let port = Int.random(in: 12_000..<32_000)
            guard let channel = try? await bootstrap.bind(host: "127.0.0.1", port: port).get() else { continue }
            try await channel.close().get()
            return port
        }
        throw ChannelError.operationUnsupported
    }

    @Test("After the end of its host, a reloader says so")
    func ended() async throws {
        let folder = try folder(Self.handler("old"))
        var kept: Scene?
        try await withHost(folder) { kept = $0 }
        let scene = try #require(kept)
        await #expect(throws: HostError.self) { try await scene.reloader.reload(scene.options) }
    }
}
