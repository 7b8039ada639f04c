// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions
import AzureFunctionsTesting
import HTTPTypes
import Logging
import NIOCore
import ServiceLifecycleTestKit
import StrictJSON
import Testing

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

@Suite(.timeLimit(.minutes(5))) struct `Start and shutdown` {
    private static let quiet = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    private func app(_ reached: Gate, _ gate: Gate) -> FunctionApp {
        FunctionApp {
            HTTPFunction("slow") { _, _ in
                reached.open()
                await gate.wait()
                return .text("done")
            }
        }
    }

    @Test func `A graceful shutdown lets a running invocation end and closes the connection`() async throws {
        let (reached, gate) = (Gate(), Gate())
        try await testGracefulShutdown { trigger in
            try await app(reached, gate).withServer { port in
                try await RawConnection.with(port: port) { connection in
                    try await connection.send(RawRequest.invoke("slow", EnvelopeSamples.h1))
                    await reached.wait()
                    trigger.triggerGracefulShutdown()
                    gate.open()
                    let response = try await connection.response()
                    #expect(response.json?["Outputs"]?["res"]?["body"] == "done")
                    #expect(await connection.rest().isEmpty)
                }
            }
        }
    }

    @Test func `Cancelling the task that serves drains as well`() async throws {
        let (reached, gate) = (Gate(), Gate())
        let (ports, port) = AsyncStream.makeStream(of: Int.self)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                try await app(reached, gate).serve(
                    settings: ["FUNCTIONS_CUSTOMHANDLER_PORT": "0", "FUNCTIONS_APP_ROOT_PATH": "/nonexistent"],
                    logger: Self.quiet
                ) { port.yield($0) }
            }
            let number = try #require(await ports.first { _ in true })
            try await RawConnection.with(port: number) { connection in
                try await connection.send(RawRequest.invoke("slow", EnvelopeSamples.h1))
                await reached.wait()
                group.cancelAll()
                gate.open()
                #expect(try await connection.response().status == 200)
                #expect(await connection.rest().isEmpty)
            }
            try await group.waitForAll()
        }
    }

    @Test func `An idle connection is closed at once, and no new one is accepted`() async throws {
        try await testGracefulShutdown { trigger in
            try await sampleApp().withServer { port in
                try await RawConnection.with(port: port) { connection in
                    try await connection.send(RawRequest.plain("GET", "/"))
                    #expect(try await connection.response().status == 200)
                    trigger.triggerGracefulShutdown()
                    #expect(await connection.rest().isEmpty)
                }
                await #expect(throws: (any Error).self) { try await exchange(port, RawRequest.plain("GET", "/")) }
            }
        }
    }

    @Test func `A port that is taken is an error that names the cause`() async throws {
        try await sampleApp().withServer { port in
            let error = await #expect(throws: IOError.self) {
                try await sampleApp().serve(
                    settings: ["FUNCTIONS_CUSTOMHANDLER_PORT": "\(port)", "FUNCTIONS_APP_ROOT_PATH": "/nonexistent"],
                    logger: Self.quiet)
            }
            #expect(error?.errnoCode == EADDRINUSE)
            let response = try await exchange(port, RawRequest.plain("GET", "/"))
            #expect(response.status == 200)
        }
    }

    @Test(arguments: ["x", "-1", "65536", "80 80", "0x50"]) func `A port that is none is refused`(text: String) async {
        let error = await #expect(throws: ConfigurationError.self) {
            try await sampleApp().serve(settings: ["FUNCTIONS_CUSTOMHANDLER_PORT": text], logger: Self.quiet)
        }
        #expect(error?.problems.first?.message == "FUNCTIONS_CUSTOMHANDLER_PORT is \"\(text)\", which is not a port.")
    }

    @Test func `Without the host's port, settings and declarations are reported in one go`() async throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        try folder.write("host.json", "{")
        let app = FunctionApp { TimerFunction("1", schedule: "never") { _, _ in } }
        let error = await #expect(throws: ConfigurationError.self) {
            try await app.serve(settings: ["FUNCTIONS_APP_ROOT_PATH": folder.path], logger: Self.quiet)
        }
        let codes = error?.problems.map(\.code) ?? []
        #expect(Set(codes) == [.setting, .hostConfiguration, .functionName, .schedule])
        #expect(error?.description.contains("FUNCTIONS_CUSTOMHANDLER_PORT is not set") == true)
    }

    @Test func `The legacy name of the port serves too`() async throws {
        let (ports, port) = AsyncStream.makeStream(of: Int.self)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                try await sampleApp().serve(
                    settings: ["FUNCTIONS_HTTPWORKER_PORT": "0", "FUNCTIONS_APP_ROOT_PATH": "/nonexistent"],
                    logger: Self.quiet
                ) { port.yield($0) }
            }
            let number = try #require(await ports.first { _ in true })
            #expect(try await exchange(number, RawRequest.plain("GET", "/")).status == 200)
            group.cancelAll()
            try await group.waitForAll()
        }
    }

    @Test func `After the drain time what still runs is cancelled, and may answer`() async throws {
        let (reached, seen) = (Gate(), Probe<Bool>())
        var app = FunctionApp {
            HTTPFunction("slow") { _, _ in
                reached.open()
                await Gate().wait()
                seen.record(Task.isCancelled)
                return .text("cut short")
            }
        }
        app.options.drainTime = .zero
        app.options.gracePeriod = .seconds(60)
        try await testGracefulShutdown { trigger in
            try await app.withServer { port in
                try await RawConnection.with(port: port) { connection in
                    try await connection.send(RawRequest.invoke("slow", EnvelopeSamples.h1))
                    await reached.wait()
                    trigger.triggerGracefulShutdown()
                    let response = try await connection.response()
                    #expect(response.json?["Outputs"]?["res"]?["body"] == "cut short")
                }
            }
        }
        #expect(seen.values == [true])
    }

    @Test func `What does not heed its cancellation does not keep the app from ending`() async throws {
        let (reached, end, log) = (Gate(), Gate(), TestLog())
        var app = FunctionApp {
            HTTPFunction("deaf") { _, _ in
                reached.open()
                await Task { await end.wait() }.value
                return .text("")
            }
        }
        app.options.drainTime = .zero
        app.options.gracePeriod = .zero
        try await testGracefulShutdown { trigger in
            try await app.withServer(logger: log.logger) { port in
                try await RawConnection.with(port: port) { connection in
                    try await connection.send(RawRequest.invoke("deaf", EnvelopeSamples.h1))
                    await reached.wait()
                    trigger.triggerGracefulShutdown()
                    #expect(await connection.rest().isEmpty)
                }
            }
        }
        #expect(log.text.contains("did not end when they were cancelled"))
        end.open()
    }
}
