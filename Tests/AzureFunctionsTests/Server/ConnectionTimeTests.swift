// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions
import HTTPTypes
import NIOCore
import NIOHTTP1
import StrictJSON
import Testing

@Suite(.timeLimit(.minutes(5))) struct `Time on a connection` {
    private let short: JSONValue = ["functionTimeout": "00:01:40"]

    /// Waits until its task is cancelled, or for ever.
    private func app(_ reached: Gate, heeds: Bool, _ seen: Probe<String> = Probe(), _ end: Gate = Gate()) -> FunctionApp
    {
        FunctionApp {
            HTTPFunction("slow") { _, context in
                reached.open()
                await heeds ? Gate().wait() : Task { await end.wait() }.value
                seen.record("\(Task.isCancelled)")
                try Task.checkCancellation()
                return .text("late")
            }
        }
    }

    @Test func `A connection without request is closed after its time, not before`() async throws {
        let bench = try await ConnectionBench(sampleApp())
        await bench.pass(.seconds(299))
        #expect(bench.isActive)
        await bench.pass(.seconds(2))
        #expect(!bench.isActive)
    }

    @Test func `A body that stands still is a 408; one that moves on is not`() async throws {
        let bench = try await ConnectionBench(sampleApp())
        try await bench.head(.POST, "/hello", [("Content-Length", "100")])
        for _ in 0..<5 {
            await bench.pass(.seconds(20))
            try await bench.send(ByteBuffer(string: "{"))
        }
        #expect(try await bench.written() == nil)
        await bench.pass(.seconds(31))
        #expect(try await bench.status() == 408)
        await bench.pass(.seconds(3))
        #expect(!bench.isActive)
    }

    @Test func `A function is cancelled before the host's time-out and its failure answered`() async throws {
        let (log, reached, seen) = (TestLog(), Gate(), Probe<String>())
        let bench = try await ConnectionBench(
            app(reached, heeds: true, seen), hostJSON: short, logger: log.logger)
        try await bench.invoke("slow")
        await reached.wait()
        await bench.pass(.seconds(94))
        #expect(try await bench.written() == nil)
        #expect(log.entries.isEmpty)
        await bench.pass(.seconds(2))
        await bench.settle()
        #expect(try await bench.status() == 200)
        #expect(seen.values == ["true"])
        #expect(log.text.contains("functionTimeout is nearly over"))
        #expect(log.text.contains("slow"))
    }

    @Test func `A function that does not heed its cancellation is given up before the host's time-out`() async throws {
        let (log, reached, end) = (TestLog(), Gate(), Gate())
        let bench = try await ConnectionBench(
            app(reached, heeds: false, Probe(), end), hostJSON: short, logger: log.logger)
        try await bench.invoke("slow")
        await reached.wait()
        await bench.pass(.seconds(96))
        #expect(try await bench.written() == nil)
        await bench.pass(.seconds(2))
        #expect(try await bench.status() == 500)
        #expect(log.text.contains("its invocation is given up"))
        // What it says at last belongs to nobody; the connection goes on.
        while try await bench.written() != nil {}
        end.open()
        try await bench.head(.GET, "/")
        #expect(try await bench.status() == 200)
    }

    @Test func `The deadline is in the context, and there is none without a time-out`() async throws {
        let seen = Probe<ContinuousClock.Instant?>()
        let app = FunctionApp {
            HTTPFunction("look") { _, context in
                seen.record(context.deadline)
                return .status(.ok)
            }
        }
        let start = ContinuousClock.now
        _ = try await Door(app, hostJSON: short).invoke("look", EnvelopeSamples.h1)
        _ = try await Door(app, hostJSON: ["functionTimeout": "-1"]).invoke("look", EnvelopeSamples.h1)
        let deadline = try #require(seen.values[0])
        #expect(deadline - start >= .seconds(95) && deadline - ContinuousClock.now <= .seconds(95))
        #expect(seen.values[1] == nil)
    }

    @Test func `A streamed body that stops is broken off after the time of the host's proxy`() async throws {
        let (reached, ended) = (Gate(), Probe<String>())
        let app = FunctionApp {
            HTTPFunction("read", streaming: .request) { request, _ in
                reached.open()
                do {
                    for try await _ in request.body.chunks {}
                } catch { ended.record("\(error)") }
                return .text("")
            }
        }
        let bench = try await ConnectionBench(app, hostJSON: .proxying)
        try await bench.head(.POST, "/api/read", [("Content-Length", "100")])
        await reached.wait()
        await bench.pass(.seconds(239))
        try await bench.send(ByteBuffer(string: "x"))
        await bench.pass(.seconds(239))
        #expect(bench.isActive)
        await bench.pass(.seconds(2))
        #expect(!bench.isActive)
    }

    @Test func `Beyond its marks a streamed body is not read until the function takes it`() async throws {
        let (gate, reached, done) = (Gate(), Gate(), Probe<Int>())
        let app = FunctionApp {
            HTTPFunction("read", streaming: .request) { request, _ in
                reached.open()
                await gate.wait()
                var count = 0
                for try await chunk in request.body.chunks { count += chunk.count }
                done.record(count)
                return .text("\(count)")
            }
        }
        let bench = try await ConnectionBench(app, hostJSON: .proxying)
        try await bench.head(.POST, "/api/read", [("Content-Length", "\(5 * 65_536)")])
        await reached.wait()
        for part in 1...4 {
            #expect(try await bench.asksForMore(), "\(part)")
            try await bench.send(ByteBuffer(repeating: 1, count: 65_536))
        }
        #expect(try await !bench.asksForMore())
        gate.open()
        while try await !bench.asksForMore() { await bench.settle() }
        try await bench.send(ByteBuffer(repeating: 1, count: 65_536))
        #expect(try await bench.status() == 200)
        #expect(done.values == [5 * 65_536])
    }
}
