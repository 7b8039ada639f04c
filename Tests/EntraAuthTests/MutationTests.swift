// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import EntraAuth
import Testing

/// A short run of what `scripts/fuzz` does at length: changed bytes everywhere, and nothing unsigned is accepted.
@Suite("Random changes")
struct MutationTests {
    @Test("A changed token is never accepted", arguments: 1...6)
    func tokens(seed: UInt64) async throws {
        var mutator = Mutator(seed: seed)
        let bench = Bench()
        let good = try Mint.token()
        #expect(await bench.code(good) == nil)
        for _ in 0..<300 {
            let token = String(decoding: mutator.changed(Array(good.utf8)), as: UTF8.self)
            if token != good { #expect(await bench.code(token) != nil, "seed \(seed): \(token)") }
        }
    }

    @Test("A changed header or payload under the old signature is refused and still explained", arguments: 1...6)
    func parts(seed: UInt64) async throws {
        var mutator = Mutator(seed: seed)
        let bench = Bench()
        let good = Segments(try Mint.token())
        for _ in 0..<100 {
            var changed = good
            changed.header = Base64.url(mutator.changed(Array(Mint.headerText().utf8)))
            let header = await bench.validator.inspect(BearerToken(changed.token), policy: .scope("access_as_user"))
            #expect(changed.header == good.header || header.firstFailure != nil, "seed \(seed): \(changed.header)")
            changed = good
            changed.payload = Base64.url(mutator.changed(Array(Mint.payloadText().utf8)))
            let payload = await bench.validator.inspect(BearerToken(changed.token), policy: .scope("access_as_user"))
            #expect(changed.payload == good.payload || payload.firstFailure != nil, "seed \(seed): \(changed.payload)")
        }
    }

    @Test("Changed documents never make another key's token good", arguments: 1...6)
    func documents(seed: UInt64) async throws {
        var mutator = Mutator(seed: seed)
        let hostile = try Mint.token(by: .attacker)
        for _ in 0..<60 {
            let keys = Bench(keySet: mutator.changed(Documents.keySet(.k1, .k2)))
            #expect(await keys.code(hostile) != nil, "seed \(seed)")
            let metadata = Bench(metadata: mutator.changed(Documents.metadata()))
            #expect(await metadata.code(hostile) != nil, "seed \(seed)")
        }
    }

    @Test("A changed Authorization field gives a token of its own octets or none", arguments: 1...6)
    func fields(seed: UInt64) throws {
        var mutator = Mutator(seed: seed)
        let good = Array("Bearer \(try Mint.token())".utf8)
        for _ in 0..<1_000 {
            let field = String(decoding: mutator.changed(good), as: UTF8.self)
            guard (try? BearerToken(authorization: [field])) != nil else { continue }
            #expect(field.utf8.allSatisfy { 0x20...0x7E ~= $0 } && field.lowercased().hasPrefix("bearer "))
        }
    }
}

/// Changes a few octets, the same ones for the same seed (SplitMix64).
private struct Mutator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }

    mutating func changed(_ text: [UInt8]) -> [UInt8] {
        var text = text
        for _ in 0..<Int.random(in: 1...3, using: &self) where !text.isEmpty {
            let place = Int.random(in: 0..<text.count, using: &self)
            switch Int.random(in: 0..<5, using: &self) {
            case 0: text[place] ^= 1 << UInt8.random(in: 0..<8, using: &self)
            case 1: text[place] = UInt8.random(in: 0...255, using: &self)
            case 2: text.insert(Array(#""{}[]:,\.=-_ 0e"#.utf8).randomElement(using: &self) ?? 0, at: place)
            case 3: text.removeSubrange(place..<min(place + Int.random(in: 1...9, using: &self), text.count))
            default: text.insert(contentsOf: text[place..<min(place + 12, text.count)], at: place)
            }
        }
        return text
    }
}
