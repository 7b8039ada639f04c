// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import EntraAuth
import StrictJSON
import Testing

@Suite("Catalogue ROT: the cache of verified tokens")
struct TokenCacheTests {
    @Test("Junk never gets in, and what is in stays (ROT-22)")
    func junk() async throws {
        let cache = VerifiedTokenCache(count: 10)
        let bench = Bench(cache: cache)
        let good = try Mint.token()
        #expect(await bench.code(good) == nil)
        #expect(cache.count == 1)
        let forged = try Mint.token(by: .attacker)
        let expired = try Mint.token(payload: { $0["exp"] = .integer(Cast.now - 100) })
        for _ in 0..<50 {
            #expect(await bench.code(forged) == .signatureInvalid)
            #expect(await bench.code(expired) == .tokenExpired)
            #expect(await bench.code("a.b.c") == .tokenMalformed)
        }
        #expect(cache.count == 1)
        #expect(await bench.code(good) == nil)
    }

    @Test("The number and the size are bounded")
    func bounds() async throws {
        let few = VerifiedTokenCache(count: 3)
        let small = VerifiedTokenCache(count: 100, size: 10_000)
        let none = VerifiedTokenCache(count: 0)
        for cache in [few, small, none] {
            let bench = Bench(cache: cache)
            for number in 0..<20 {
                let token = try Mint.token(payload: { $0["uti"] = .string("u\(number)") })
                #expect(await bench.code(token) == nil)
                #expect(await bench.code(token) == nil)
            }
        }
        #expect(few.count == 3)
        #expect((1...5).contains(small.count))
        #expect(none.count == 0)
    }

    @Test("A held token is still judged by time, policy and revocation")
    func judgedAnew() async throws {
        let list = RevocationList()
        let bench = Bench(revocation: list, cache: VerifiedTokenCache())
        let token = try Mint.token()
        #expect(await bench.code(token) == nil)
        #expect(await bench.code(token, policy: .scope("other")) == .insufficientScope)
        #expect(await bench.code(token, policy: .appRoles(anyOf: ["x"])) == .appRequired)
        list.revoke(tokenID: "u1")
        #expect(await bench.code(token) == .tokenRevoked)
        bench.clock.advance(by: 3_600 + 60)
        #expect(await bench.code(token) == .tokenExpired)
    }

    @Test("A key that is replaced or distrusted voids what it signed (ROT-11, ROT-12)")
    func voided() async throws {
        let bench = Bench(cache: VerifiedTokenCache())
        let token = try Mint.token()
        #expect(await bench.code(token) == nil)
        bench.transport.keySet = .json(Documents.keySet(.attacker, .k2))
        try await bench.store.refresh()
        #expect(await bench.code(token) == .signatureInvalid)
        let second = try Mint.token(by: .k2, header: { $0["kid"] = "k2" })
        #expect(await bench.code(second) == nil)
        bench.store.distrust(keyID: "k2")
        #expect(await bench.code(second) == .keyNotFound)
    }

    @Test("What one validator verified means nothing to another that shares the cache")
    func shared() async throws {
        let cache = VerifiedTokenCache()
        let token = try Mint.token()
        let ours = Bench(cache: cache)
        let others = Bench(cache: cache) { $0.audiences = ["api://other"] }
        try await ours.store.refresh()
        try await others.store.refresh()
        #expect(ours.store.health.generation == others.store.health.generation)
        for _ in 0..<2 {
            #expect(await ours.code(token) == nil)
            #expect(await others.code(token) == .audienceInvalid)
        }
    }

    @Test("A changed byte is another token")
    func everyByte() async throws {
        let bench = Bench(cache: VerifiedTokenCache())
        let token = Segments(try Mint.token())
        #expect(await bench.code(token.token) == nil)
        var altered = token
        altered.payload = Base64.url(Mint.payloadText { $0["scp"] = "admin access_as_user" })
        #expect(await bench.code(altered.token) == .signatureInvalid)
        var header = token
        header.header = Base64.url(Mint.headerText { $0["x"] = 1 })
        #expect(await bench.code(header.token) == .signatureInvalid)
    }
}
