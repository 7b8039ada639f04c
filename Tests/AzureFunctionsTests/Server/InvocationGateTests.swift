// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions
import NIOCore
import NIOHTTP1
import StrictJSON
import Testing

@Suite(.timeLimit(.minutes(5))) struct `How much runs at once` {
    private final class Key {}

    private let keys = (0..<4).map { _ in Key() }

    private func enter(_ gate: InvocationGate, _ index: Int, _ seen: Probe<String>) -> InvocationGate.Entry {
        gate.enter(ObjectIdentifier(keys[index])) { seen.record("\(index) \($0)") }
    }

    @Test func `Beyond the bound invocations wait in order, and beyond that they are refused`() {
        let (gate, seen) = (InvocationGate(running: 1, waiting: 2), Probe<String>())
        gate.open()
        #expect(gate.tryEnter())
        #expect(!gate.tryEnter())
        #expect(enter(gate, 1, seen) == .waiting)
        #expect(enter(gate, 2, seen) == .waiting)
        #expect(enter(gate, 3, seen) == .refused)
        gate.leave()
        #expect(seen.values == ["1 true"])
        gate.leave()
        #expect(seen.values == ["1 true", "2 true"])
        gate.leave()
        #expect(gate.tryEnter())
    }

    @Test func `Before the start-up is over all wait, and as many as may run then do`() {
        let (gate, seen) = (InvocationGate(running: 2, waiting: 3), Probe<String>())
        #expect(!gate.tryEnter())
        for index in 0..<3 { #expect(enter(gate, index, seen) == .waiting) }
        gate.open()
        #expect(seen.values == ["0 true", "1 true"])
    }

    @Test func `Who gives up waiting is not called, and makes room`() {
        let (gate, seen) = (InvocationGate(running: 1, waiting: 1), Probe<String>())
        gate.open()
        #expect(gate.tryEnter())
        #expect(enter(gate, 1, seen) == .waiting)
        #expect(gate.withdraw(ObjectIdentifier(keys[1])))
        #expect(!gate.withdraw(ObjectIdentifier(keys[1])))
        #expect(enter(gate, 2, seen) == .waiting)
        gate.leave()
        #expect(seen.values == ["2 true"])
    }

    @Test func `At the end those that wait are refused, and nobody enters`() {
        let (gate, seen) = (InvocationGate(running: 1, waiting: 1), Probe<String>())
        #expect(enter(gate, 1, seen) == .waiting)
        gate.close()
        #expect(seen.values == ["1 false"])
        gate.open()
        #expect(!gate.tryEnter())
        #expect(enter(gate, 2, seen) == .refused)
    }

    @Test func `An invocation that waits too long, or finds no room, is a 503; probes never wait`() async throws {
        let gate = InvocationGate(running: 1, waiting: 1)
        let first = try await ConnectionBench(
            sampleApp(), hostJSON: ["functionTimeout": "00:01:40"], gate: gate)
        let second = try await ConnectionBench(sampleApp(), gate: gate)
        try await first.invoke("hello")
        #expect(try await first.written() == nil)
        try await second.invoke("hello")
        #expect(try await second.status() == 503)
        await first.pass(.seconds(96))
        #expect(try await first.status() == 503)
        let third = try await ConnectionBench(sampleApp(), gate: gate)
        try await third.head(.GET, "/")
        #expect(try await third.status() == 200)
    }

    @Test func `A connection that closes while it waits gives its place up`() async throws {
        let gate = InvocationGate(running: 1, waiting: 1)
        let first = try await ConnectionBench(sampleApp(), gate: gate)
        try await first.invoke("hello")
        try await first.close()
        let second = try await ConnectionBench(sampleApp(), gate: gate)
        try await second.invoke("hello")
        #expect(try await second.written() == nil)
        gate.open()
        #expect(try await second.status() == 200)
        #expect(gate.tryEnter())
    }
}
