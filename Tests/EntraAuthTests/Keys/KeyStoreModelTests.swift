// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import EntraAuth
import Testing

@Suite("The key store against a model", .timeLimit(.minutes(5)))
struct KeyStoreModelTests {
    private static let keys: [TestKey] = [.k1, .k2]

    @Test("Any course of publications, outages and waits leaves the keys that the model says", arguments: 1...40)
    func course(seed: UInt64) async throws {
        var random = Generator(state: seed)
        let bench = Bench(keySet: Documents.keySet(.k1))
        var model = KeyStoreModel()
        var published: [TestKey] = [.k1]
        var isUp = true
        let start = bench.clock.uptime()
        func now() -> Int64 { (bench.clock.uptime() - start).components.seconds }

        for _ in 0..<60 {
            switch random.next() % 4 {
            case 0:
                // A set without keys is no set: the server would count as failing.
                published = Self.keys.filter { _ in random.next() % 2 == 0 }
                if published.isEmpty { published = [Self.keys[Int(random.next() % 2)]] }
            case 1:
                isUp = random.next() % 4 != 0
            default:
                bench.clock.advance(by: Int64(random.next() % (8 * 3_600)))
            }
            // A 404 is not tried again, so that no pause waits for a clock that stands.
            bench.transport.keySet = isUp ? .json(Documents.keySet(published.map(\.jwk))) : .status(404)

            // Before anything is asked, so that no lookup finds a refresh due and starts one beside itself.
            try? await bench.store.refresh()
            observe(isUp, published, &model, at: now())
            for key in Self.keys {
                let fetches = bench.transport.keySetFetches
                let code = await bench.code(try bench.freshToken(by: key))
                if model.holds(key.kid, at: now()) {
                    #expect(code == nil, "\(key.kid), seed \(seed)")
                    #expect(bench.transport.keySetFetches == fetches)
                } else {
                    // A stranger may cause a fetch, which the model has to see.
                    let isRemembered = model.remembersDenial(key.kid, at: now())
                    if bench.transport.keySetFetches > fetches {
                        #expect(!isRemembered)
                        observe(isUp, published, &model, at: now())
                        if isUp { model.denied(key.kid, at: now()) }
                    }
                    let isKnownAbsent = isRemembered || !model.hasFailed
                    #expect(code == (isKnownAbsent ? .keyNotFound : .keysUnavailable), "\(key.kid), seed \(seed)")
                }
            }
        }
    }

    private func observe(_ isUp: Bool, _ published: [TestKey], _ model: inout KeyStoreModel, at now: Int64) {
        if isUp { model.refreshed(published.map(\.kid), at: now) } else { model.failed() }
    }

    /// A small generator, so that a seed names a course for ever.
    private struct Generator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state >> 33
        }
    }
}
