// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON
import Synchronization
import Testing

@testable import EntraAuth

@Suite("Catalogue ROT: floods and outages", .timeLimit(.minutes(5)))
struct KeyFloodTests {
    @Test("Unknown kids in a minute cause at most three fetches, then one per five minutes (ROT-01)")
    func unknownKids() async throws {
        let bench = Bench()
        try await bench.store.refresh()
        let before = bench.transport.keySetFetches
        let token = try Mint.token()
        for number in 0..<10_000 {
            #expect(await bench.code(stranger(number)) == .keyNotFound)
            if number % 200 == 0 { #expect(await bench.code(token) == nil) }
            bench.clock.advance(by: .milliseconds(6))
        }
        #expect((1...3).contains(bench.transport.keySetFetches - before))
        let inFirstMinute = bench.transport.keySetFetches
        for number in 0..<1_200 {
            #expect(await bench.code(stranger(number + 10_000)) == .keyNotFound)
            bench.clock.advance(by: 1)
        }
        // Twenty minutes more: what was left of the burst, and four refills.
        #expect(bench.transport.keySetFetches - inFirstMinute <= 6)
    }

    @Test("While a thousand unknown kids wait for a refresh, a valid token is judged without a pause (ROT-01)")
    @available(macOS 26, *)
    func validTokens() async throws {
        let bench = Bench()
        try await bench.store.refresh()
        let gate = Gate()
        bench.transport.keySet = .held(gate, FetchedDocument(status: 200, body: Documents.keySet(.k1)))
        let token = try Mint.token()
        await withTaskGroup(of: AuthError.Code?.self) { group in
            for number in 0..<1_000 { group.addTask { await bench.code(stranger(number)) } }
            await bench.clock.sleepers(atLeast: 1_000)
            for _ in 0..<100 { #expect(isJudgedAtOnce(token, bench)) }
            #expect(!isJudgedAtOnce(stranger(1_000), bench), "the stranger does not wait, so the check shows nothing")
            gate.open()
            for await code in group { #expect(code == .keyNotFound) }
        }
        #expect(bench.transport.keySetFetches == 2)
    }

    /// Whether a validation ends before it is suspended once.
    @available(macOS 26, *)
    private func isJudgedAtOnce(_ token: String, _ bench: Bench) -> Bool {
        let isOver = Atomic(false)
        Task.immediate {
            _ = await bench.code(token)
            isOver.store(true, ordering: .sequentiallyConsistent)
        }
        return isOver.load(ordering: .sequentiallyConsistent)
    }

    @Test("During an outage unknown kids cause no more fetches, and known ones are served (ROT-02)")
    func unknownKidsInOutage() async throws {
        let bench = Bench()
        try await bench.store.refresh()
        bench.transport.keySet = .failure(FetchError(.timeout, "down"))
        let before = bench.transport.keySetFetches
        for number in 0..<600 {
            let code = await bench.code(stranger(number))
            #expect(code == .keysUnavailable)
            bench.clock.advance(by: .milliseconds(100))
        }
        #expect(bench.transport.keySetFetches - before <= 4)
        #expect(await bench.code(try Mint.token()) == nil)
    }

    @Test("A cold store in an outage is not hammered")
    func coldOutage() async throws {
        let bench = Bench()
        bench.transport.metadata = .failure(FetchError(.timeout, "down"))
        let token = try Mint.token()
        for _ in 0..<600 {
            #expect(await bench.code(token) == .keysUnavailable)
            bench.clock.advance(by: 1)
        }
        // Ten minutes: the schedule of 30, 60, 120… s and the bucket of three with two refills.
        #expect(bench.transport.metadataFetches <= 11)
    }

    @Test("Bad signatures under a known kid cause no fetch (ROT-03)")
    func badSignatures() async throws {
        let bench = Bench()
        try await bench.store.refresh()
        let before = (bench.transport.keySetFetches, bench.transport.metadataFetches)
        let forged = try Mint.token(by: .attacker)
        for _ in 0..<1_000 { #expect(await bench.code(forged) == .signatureInvalid) }
        #expect((bench.transport.keySetFetches, bench.transport.metadataFetches) == before)
    }

    @Test("An empty set does not lift the cool-down (ROT-16)")
    func emptySet() async throws {
        let bench = Bench()
        try await bench.store.refresh()
        bench.transport.keySet = .json(Array("{\"keys\":[]}".utf8))
        let before = bench.transport.keySetFetches
        for number in 0..<600 {
            #expect(await bench.code(stranger(number)) == .keysUnavailable)
            bench.clock.advance(by: .milliseconds(100))
        }
        #expect(bench.transport.keySetFetches - before <= 4)
        #expect(await bench.code(try Mint.token()) == nil)
    }

    @Test("A denied kid that appears is accepted within a minute (ROT-18)")
    func appears() async throws {
        let bench = Bench(keySet: Documents.keySet(.k1))
        try await bench.store.refresh()
        let token = try Mint.token(by: .k2, header: { $0["kid"] = "k2" })
        #expect(await bench.code(token) == .keyNotFound)
        let before = bench.transport.keySetFetches
        bench.clock.advance(by: 10)
        bench.transport.keySet = .json(Documents.keySet(.k1, .k2))
        // By then the bucket would pay for another fetch; the memory of the kid stands before it.
        bench.clock.advance(by: 40)
        #expect(await bench.code(token) == .keyNotFound)
        #expect(bench.transport.keySetFetches == before)
        bench.clock.advance(by: 10)
        #expect(await bench.code(token) == nil)
    }

    @Test("A key that a refresh brings is no longer denied")
    func appearsByRefresh() async throws {
        let bench = Bench(keySet: Documents.keySet(.k1))
        try await bench.store.refresh()
        let token = try Mint.token(by: .k2, header: { $0["kid"] = "k2" })
        #expect(await bench.code(token) == .keyNotFound)
        bench.transport.keySet = .json(Documents.keySet(.k1, .k2))
        try await bench.store.refresh()
        #expect(await bench.code(token) == nil)
    }

    @Test("The memory of denied kids is bounded (ROT-17)")
    func negativeCache() {
        var cache = NegativeKeyCache(capacity: 1_024, lifetime: .seconds(60))
        let ids = (0..<100_000).map { KeyIdentifier(Array("kid\($0)".utf8)[...]) }
        for (second, id) in ids.enumerated() { cache.insert(id, now: .milliseconds(second)) }
        #expect(ids.count { cache.contains($0, now: .seconds(100)) } == 1_024)
        #expect(ids.suffix(1_024).allSatisfy { cache.contains($0, now: .seconds(100)) })
        #expect(!ids.contains { cache.contains($0, now: .seconds(161)) })
    }

    @Test("Failures back off, and recovery needs no restart (ROT-15)")
    func backOff() async throws {
        let bench = Bench()
        bench.transport.metadata = .failure(FetchError(.timeout, "down"))
        let upkeep = Task { await bench.store.maintain() }
        await bench.events.count(atLeast: 1)
        for (attempt, pause) in [30, 60, 120, 240, 480, 900, 900].enumerated() {
            bench.clock.advance(by: Int64(pause - 1))
            #expect(bench.events.all.count == attempt + 1, "before \(pause) s")
            bench.clock.advance(by: 1)
            await bench.events.count(atLeast: attempt + 2)
        }
        #expect(bench.store.health.consecutiveFailures == 8)
        bench.transport.metadata = .json(Documents.metadata())
        bench.clock.advance(by: 900)
        await bench.events.count(atLeast: 9)
        #expect(bench.store.health.isReady)
        #expect(bench.store.health.consecutiveFailures == 0)
        upkeep.cancel()
        await upkeep.value
    }

    /// A token that nobody signed, under a kid of its own.
    private func stranger(_ number: Int) -> String {
        let header = Base64.url(Mint.headerText { $0["kid"] = .string("stranger\(number)") })
        return "\(header).\(Base64.url(Mint.payloadText())).\(String(repeating: "A", count: 342))"
    }
}
