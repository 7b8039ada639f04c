// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import EntraAuth
import StrictJSON
import Testing

@Suite("Headers that were seen before")
struct HeaderMemoTests {
    @Test("A known header vouches for no signature, no key and no claim")
    func nothingIsTakenOver() async throws {
        let bench = Bench()
        #expect(await bench.code(try Mint.token()) == nil)
        #expect(await bench.code(try Mint.token(by: .attacker)) == .signatureInvalid)
        #expect(await bench.code(try Mint.token(payload: { $0["aud"] = "another-api" })) == .audienceInvalid)
        bench.store.distrust(keyID: "k1")
        #expect(await bench.code(try Mint.token()) == .keyNotFound)
    }

    @Test("More headers than are remembered are all judged alike, in any order")
    func manyHeaders() async throws {
        let bench = Bench()
        let tokens = try (0..<9).map { number in try Mint.token(header: { $0["x"] = .integer(number) }) }
        for token in tokens + tokens.reversed() + tokens { #expect(await bench.code(token) == nil) }
    }

    @Test("A header that was refused once is refused again")
    func refusals() async throws {
        let bench = Bench()
        let token = try Mint.token(header: { $0["jku"] = "https://attacker.example/keys" })
        for _ in 0..<3 { #expect(await bench.code(token) == .headerNotAllowed) }
        #expect(await bench.code(try Mint.token()) == nil)
        #expect(await bench.code(token) == .headerNotAllowed)
    }
}
