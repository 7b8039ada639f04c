// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions
import FoundationEssentials
import HTTPTypes
import StrictJSON
import Testing

@Suite struct `The manifest` {
    private var app: FunctionApp {
        FunctionApp(authLevel: .anonymous) {
            HTTPFunction("hello", route: "hello/{id:int}", methods: [.get, .post]) { _, _ in .status(.ok) }
            TimerFunction("tick", schedule: "0 */5 * * * *", runsOnStartup: false, usesMonitor: true) { _, _ in }
            TimerFunction("Bare", schedule: "%SCHEDULE%") { _, _ in }
        }
    }

    private func manifest(_ app: FunctionApp) throws -> Manifest { Manifest(try app.registry(host: nil)) }

    private func text(_ name: String) throws -> String {
        let file = try #require(try manifest(app).files.first { $0.name == name })
        return String(decoding: file.bytes, as: UTF8.self)
    }

    @Test func `An HTTP function is written with trigger and output`() throws {
        #expect(
            try text("hello") == """
                {
                  "bindings": [
                    {
                      "authLevel": "anonymous",
                      "direction": "in",
                      "methods": [
                        "get",
                        "post"
                      ],
                      "name": "req",
                      "route": "hello/{id:int}",
                      "type": "httpTrigger"
                    },
                    {
                      "direction": "out",
                      "name": "res",
                      "type": "http"
                    }
                  ]
                }

                """)
    }

    @Test func `A timer is written with the options that were given`() throws {
        #expect(
            try text("tick") == """
                {
                  "bindings": [
                    {
                      "direction": "in",
                      "name": "timer",
                      "runOnStartup": false,
                      "schedule": "0 */5 * * * *",
                      "type": "timerTrigger",
                      "useMonitor": true
                    }
                  ]
                }

                """)
        #expect(try !text("Bare").contains("useMonitor"))
    }

    @Test func `The same declarations give the same bytes, sorted by name without case`() throws {
        let first = try manifest(app).files
        let second = try manifest(app).files
        #expect(first.map(\.name) == ["Bare", "hello", "tick"])
        #expect(first.map(\.bytes) == second.map(\.bytes))
    }

    @Test func `Checking names what is missing, differs and is stale; writing mends all three`() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let manifest = try manifest(app)
        #expect(manifest.differences(in: folder.path).allSatisfy { $0.hasPrefix("missing: ") })
        #expect(try manifest.write(to: folder.path).count == 3)
        #expect(manifest.differences(in: folder.path).isEmpty)
        #expect(try manifest.write(to: folder.path).isEmpty)

        try folder.write("hello/function.json", "{}")
        try folder.write("old/function.json", "{}")
        try folder.write("kept/function.json", "{}")
        try folder.write("kept/readme.txt", "mine")
        try folder.remove("tick")
        #expect(
            manifest.differences(in: folder.path) == [
                "differs: \(folder.path)/hello/function.json", "missing: \(folder.path)/tick/function.json",
                "stale: \(folder.path)/old/function.json",
            ])
        #expect(try manifest.write(to: folder.path).count == 3)
        #expect(manifest.differences(in: folder.path).isEmpty)
        #expect(!folder.contains("old"))
        #expect(folder.contains("kept/readme.txt"))
    }

    @Test func `The command writes, checks, and says by its exit code what it found`() async throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let check = HandlerCommand(arguments: ["manifest", "--output", folder.path, "--check"])
        #expect(await check.run(app) == 1)
        #expect(!folder.contains("hello"))
        #expect(await HandlerCommand(arguments: ["manifest", "--output", folder.path]).run(app) == 0)
        #expect(await check.run(app) == 0)
        try folder.write("hello/function.json", "stale")
        #expect(await check.run(app) == 1)
    }

    @Test func `The command refuses wrong arguments, wrong declarations and unwritable folders`() async throws {
        #expect(await HandlerCommand(arguments: ["serve"]).run(app) == 64)
        #expect(await HandlerCommand(arguments: ["manifest", "--output"]).run(app) == 64)
        #expect(await HandlerCommand(arguments: ["manifest", "--force"]).run(app) == 64)
        #expect(await HandlerCommand(arguments: ["--help"]).run(app) == 0)
        #expect(await HandlerCommand(arguments: ["manifest"]).run(FunctionApp {}) == 78)
        #expect(await HandlerCommand(arguments: ["manifest", "--output", "/dev/null/x"]).run(app) == 74)
    }
}
