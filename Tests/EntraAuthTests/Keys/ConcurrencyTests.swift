// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import EntraAuth
import StrictJSON
import Testing

@Suite("Many requests at once", .timeLimit(.minutes(5)))
struct ConcurrencyTests {
    @Test("A thousand cold requests fetch once and all succeed (ROT-04)")
    func singleFlight() async throws {
        let bench = Bench()
        let gate = Gate()
        bench.transport.keySet = .held(gate, FetchedDocument(status: 200, body: Documents.keySet(.k1)))
        let token = try Mint.token()
        await withTaskGroup(of: AuthError.Code?.self) { group in
            for _ in 0..<1_000 { group.addTask { await bench.code(token) } }
            await bench.clock.sleepers(atLeast: 1_000)
            gate.open()
            for await code in group { #expect(code == nil) }
        }
        #expect(bench.transport.keySetFetches == 1)
        #expect(bench.transport.metadataFetches == 1)
    }

    @Test("The first waiter's cancellation harms nobody")
    func cancelledWaiter() async throws {
        let bench = Bench()
        let gate = Gate()
        bench.transport.keySet = .held(gate, FetchedDocument(status: 200, body: Documents.keySet(.k1)))
        let token = try Mint.token()
        let first = Task { await bench.code(token) }
        await gate.somebodyWaits()
        let second = Task { await bench.code(token) }
        await bench.clock.sleepers(atLeast: 2)
        first.cancel()
        #expect(await first.value == .keysUnavailable)
        gate.open()
        #expect(await second.value == nil)
        #expect(bench.transport.keySetFetches == 1)
    }

    @Test("A request that was cancelled before it came fails alone")
    func cancelledBefore() async throws {
        let bench = Bench()
        let gate = Gate()
        bench.transport.keySet = .held(gate, FetchedDocument(status: 200, body: Documents.keySet(.k1)))
        let token = try Mint.token()
        let cancelled = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return await bench.code(token)
        }
        #expect(await cancelled.value == .keysUnavailable)
        gate.open()
        await bench.events.count(atLeast: 1)
        #expect(await bench.code(token) == nil)
        #expect(bench.transport.keySetFetches == 1)
    }

    @Test("Known keys never wait for a refresh under way")
    func knownKeys() async throws {
        let bench = Bench()
        try await bench.store.refresh()
        let gate = Gate()
        bench.transport.keySet = .held(gate, FetchedDocument(status: 200, body: Documents.keySet(.k1)))
        async let stranger = bench.code(Mint.token(header: { $0["kid"] = "stranger" }))
        await gate.somebodyWaits()
        for _ in 0..<10 { #expect(await bench.code(try Mint.token()) == nil) }
        gate.open()
        #expect(try await stranger == .keyNotFound)
    }

    @Test("A thousand requests for one unknown kid fetch once more")
    func unknownTogether() async throws {
        let bench = Bench()
        try await bench.store.refresh()
        let gate = Gate()
        bench.transport.keySet = .held(gate, FetchedDocument(status: 200, body: Documents.keySet(.k1)))
        let token = try Mint.token(header: { $0["kid"] = "stranger" })
        await withTaskGroup(of: AuthError.Code?.self) { group in
            for _ in 0..<1_000 { group.addTask { await bench.code(token) } }
            await bench.clock.sleepers(atLeast: 1_000)
            gate.open()
            for await code in group { #expect(code == .keyNotFound) }
        }
        #expect(bench.transport.keySetFetches == 2)
    }
}
