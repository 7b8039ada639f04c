// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import EntraAuth
import StrictJSON
import Testing

@Suite("Catalogue ROT: keys come, stay and go", .timeLimit(.minutes(5)))
struct KeyLifeTests {
    private static let hour: Int64 = 3_600

    @Test("Rotation with overlap: new tokens at once, old ones until the key is dropped (ROT-06)")
    func overlap() async throws {
        let bench = Bench(keySet: Documents.keySet(.k1))
        try await bench.store.refresh()
        bench.transport.keySet = .json(Documents.keySet(.k1, .k2))
        #expect(await bench.code(try bench.freshToken(by: .k2)) == nil)
        bench.transport.keySet = .json(Documents.keySet(.k2))
        try await refresh(bench, after: Self.hour)
        #expect(await bench.code(try bench.freshToken(by: .k1)) == nil)
        #expect(await bench.code(try bench.freshToken(by: .k2)) == nil)
    }

    @Test("A withdrawn key is dropped after three absences over three hours (ROT-07, ROT-10)")
    func withdrawn() async throws {
        let bench = Bench(keySet: Documents.keySet(.k1))
        try await bench.store.refresh()
        bench.transport.keySet = .json(Documents.keySet(.k2))
        #expect(await bench.code(try bench.freshToken(by: .k2)) == nil)
        for _ in 0..<2 {
            try await refresh(bench, after: Self.hour)
            #expect(await bench.code(try bench.freshToken(by: .k1)) == nil)
        }
        try await refresh(bench, after: Self.hour)
        #expect(await bench.code(try bench.freshToken(by: .k1)) == .keyNotFound)
        #expect(await bench.code(try bench.freshToken(by: .k2)) == nil)
        #expect(bench.store.health.keyCount == 1)
    }

    @Test("Many absences within minutes are a thin answer, and so is one long one")
    func thinAnswers() async throws {
        let bench = Bench(keySet: Documents.keySet(.k1, .k2))
        try await bench.store.refresh()
        bench.transport.keySet = .json(Documents.keySet(.k2))
        for _ in 0..<10 { try await refresh(bench, after: 60) }
        #expect(await bench.code(try bench.freshToken(by: .k1)) == nil)
        bench.transport.keySet = .json(Documents.keySet(.k1, .k2))
        try await refresh(bench, after: 60)
        bench.transport.keySet = .json(Documents.keySet(.k2))
        try await refresh(bench, after: 10 * Self.hour)
        #expect(await bench.code(try bench.freshToken(by: .k1)) == nil)
        try await refresh(bench, after: 14 * Self.hour)
        #expect(await bench.code(try bench.freshToken(by: .k1)) == .keyNotFound)
    }

    @Test("Two absences withdraw no key, however far apart")
    func twoAbsences() async throws {
        let bench = Bench(keySet: Documents.keySet(.k1, .k2))
        try await bench.store.refresh()
        bench.transport.keySet = .json(Documents.keySet(.k2))
        for _ in 0..<2 { try await refresh(bench, after: 2 * Self.hour) }
        #expect(await bench.code(try bench.freshToken(by: .k1)) == nil)
        try await refresh(bench, after: 2 * Self.hour)
        #expect(await bench.code(try bench.freshToken(by: .k1)) == .keyNotFound)
    }

    @Test("Answers that flap between thin sets lose no key")
    func flapping() async throws {
        let bench = Bench(keySet: Documents.keySet(.k1, .k2))
        try await bench.store.refresh()
        for round in 0..<48 {
            bench.transport.keySet = .json(Documents.keySet(round % 3 == 0 ? .k1 : .k2))
            try await refresh(bench, after: Self.hour)
            #expect(await bench.code(try bench.freshToken(by: .k1)) == nil, "round \(round)")
            #expect(await bench.code(try bench.freshToken(by: .k2)) == nil, "round \(round)")
        }
        #expect(bench.store.health.generation == 1)
    }

    @Test("A kid that comes back with another key means that key (ROT-11)")
    func replaced() async throws {
        let bench = Bench(keySet: Documents.keySet(.k1))
        try await bench.store.refresh()
        let old = try bench.freshToken(by: .k1)
        #expect(await bench.code(old) == nil)
        bench.transport.keySet = .json(Documents.keySet(.attacker))
        try await bench.store.refresh()
        #expect(await bench.code(old) == .signatureInvalid)
        #expect(await bench.code(try bench.freshToken(by: .attacker)) == nil)
        #expect(bench.events.all.contains(.replaced(keyID: "k1")))
        #expect(bench.store.health.generation == 2)
    }

    @Test("A kid that becomes ambiguous is not believed any longer")
    func becomesAmbiguous() async throws {
        let bench = Bench(keySet: Documents.keySet(.k1, .k2))
        try await bench.store.refresh()
        bench.transport.keySet = .json(Documents.keySet(.k1, .attacker, .k2))
        try await bench.store.refresh()
        #expect(await bench.code(try Mint.token()) == .keyNotFound)
    }

    @Test("A distrusted key is refused at once and stays so, without fetches (ROT-12)")
    func distrust() async throws {
        let bench = Bench()
        #expect(await bench.code(try Mint.token()) == nil)
        bench.store.distrust(keyID: "k1")
        let fetches = bench.transport.keySetFetches
        #expect(await bench.code(try Mint.token()) == .keyNotFound)
        #expect(bench.transport.keySetFetches == fetches)
        try await bench.store.refresh()
        #expect(await bench.code(try Mint.token()) == .keyNotFound)
        #expect(await bench.code(try Mint.token(by: .k2, header: { $0["kid"] = "k2" })) == nil)
    }

    @Test("A wall clock that jumps thirty days expires no key (ROT-14)")
    func wallClock() async throws {
        let bench = Bench()
        try await bench.store.refresh()
        let fetches = bench.transport.keySetFetches
        bench.clock.setWallClock(by: 30 * 24 * Self.hour)
        #expect(await bench.code(try bench.freshToken()) == nil)
        bench.clock.setWallClock(by: -60 * 24 * Self.hour)
        #expect(await bench.code(try bench.freshToken()) == nil)
        #expect(bench.transport.keySetFetches == fetches)
    }

    @Test("Through an outage known keys serve for 48 hours, then nothing does")
    func outage() async throws {
        let bench = Bench()
        try await bench.store.refresh()
        bench.transport.keySet = .failure(FetchError(.timeout, "down"))
        bench.transport.metadata = .failure(FetchError(.timeout, "down"))
        for _ in 0..<47 {
            bench.clock.advance(by: Self.hour)
            #expect(await bench.code(try bench.freshToken()) == nil)
        }
        bench.clock.advance(by: Self.hour - 1)
        #expect(await bench.code(try bench.freshToken()) == nil)
        bench.clock.advance(by: 1)
        #expect(await bench.code(try bench.freshToken()) == .keysUnavailable)
        bench.transport.keySet = .json(Documents.keySet(.k1))
        bench.clock.advance(by: Self.hour)
        #expect(await bench.code(try bench.freshToken()) == nil)
        #expect(bench.store.health.consecutiveFailures == 0)
    }

    @Test("A due refresh happens beside the request that meets it")
    func background() async throws {
        let bench = Bench()
        try await bench.store.refresh()
        bench.clock.advance(by: Self.hour - 1)
        #expect(await bench.code(try bench.freshToken()) == nil)
        #expect(bench.transport.keySetFetches == 1)
        bench.clock.advance(by: 1)
        #expect(await bench.code(try bench.freshToken()) == nil)
        await bench.events.count(atLeast: 2)
        #expect(bench.transport.keySetFetches == 2)
        #expect(bench.store.health.sinceSuccess == .zero)
    }

    private func refresh(_ bench: Bench, after seconds: Int64) async throws {
        bench.clock.advance(by: seconds)
        try await bench.store.refresh()
    }
}
