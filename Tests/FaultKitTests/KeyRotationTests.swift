// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import EntraAuth
import EntraTenant
import StrictJSON
import Testing

extension FaultKit {
    @Suite("A validator and a tenant that changes its keys")
    struct KeyRotationTests {
        @Test("With overlap nothing is refused and nothing is fetched (ROT-06)")
        func overlapping() async throws {
            try await Lab.run { lab in
                let judge = try lab.judge()
                try await judge.store.refresh()
                let before = try await lab.token()
                try lab.tenant.rotateKeys()
                let fetches = lab.fetches
                #expect(await judge.code(before) == nil)
                #expect(await judge.code(try await lab.token()) == nil)
                #expect(lab.fetches == fetches)
            }
        }

        @Test("Without overlap the first token of the new key is accepted after one fetch (ROT-07, OK-22)")
        func immediate() async throws {
            try await Lab.run { lab in
                let judge = try lab.judge()
                try await judge.store.refresh()
                let before = try await lab.token()
                try lab.tenant.rotateKeys(.immediate)
                #expect(await judge.code(try await lab.token()) == nil)
                #expect(lab.tenant.requestCount(of: .keys) == 2)
                #expect(await judge.code(before) == nil)
                #expect(lab.tenant.requestCount(of: .keys) == 2)
            }
        }

        @Test("A withdrawn key is refused after three fetches without it over three hours (ROT-10)")
        func withdrawn() async throws {
            try await Lab.run { lab in
                let judge = try lab.judge()
                try await judge.store.refresh()
                let keyID = lab.tenant.keys.current.keyID
                try lab.tenant.withdrawKey(keyID)
                for _ in 0..<3 {
                    #expect(await judge.code(try await lab.token()) == nil)
                    lab.time.advance(by: .seconds(3_600))
                    try await judge.store.refresh()
                }
                #expect(lab.tenant.keys.current.keyID == keyID)
                #expect(await judge.code(try await lab.token()) == .keyNotFound)
            }
        }

        @Test("A key under a former key's id takes its place (ROT-11)")
        func reusedID() async throws {
            try await Lab.run { lab in
                let judge = try lab.judge()
                try await judge.store.refresh()
                let before = try await lab.token()
                try lab.tenant.rotateKeys(.reusingKeyID)
                // A known id is not asked for again because of a signature, so a stranger cannot cause fetches (HDR-37).
                #expect(await judge.code(try await lab.token()) == .signatureInvalid)
                try await judge.store.refresh()
                #expect(await judge.code(try await lab.token()) == nil)
                #expect(await judge.code(before) == .signatureInvalid)
            }
        }

        @Test(
            "A kid that is only canonically equivalent to a published one names no key (HDR-34)",
            arguments: [("K-1", "\u{212A}-1"), ("\u{E9}", "e\u{301}"), ("a;b", "a\u{37E}b")])
        func equivalents(published: String, named: String) async throws {
            try await Lab.run { lab in
                let keys = lab.tenant.keys
                try lab.tenant.publish(keys: TenantKeys(current: keys.current.named(published), next: keys.next))
                let judge = try lab.judge()
                #expect(await judge.code(try await lab.token()) == nil)
                let twin = TenantKeys(current: keys.current.named(named), next: keys.next)
                let mint = TokenMint(
                    directory: .standard, keys: twin, baseURL: lab.endpoint.baseURL, clock: lab.time.wallClock)
                #expect(await judge.code(try mint.mintForUser("adele").compact) == .keyNotFound)
            }
        }
    }
}
