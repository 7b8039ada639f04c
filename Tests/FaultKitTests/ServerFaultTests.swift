// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import EntraAuth
import EntraTenant
import StrictJSON
import Synchronization
import Testing

extension FaultKit {
    @Suite("A validator and a misbehaving server")
    struct ServerFaultTests {
        @Test("Keys that cannot be had: 503 when cold, 200 when warm (NET-02…16, 27, 28)", arguments: FaultCase.keys)
        func keys(fault: FaultCase) async throws {
            try await Lab.run { lab in
                let warm = try lab.judge(haste: fault.haste(.keys))
                try await warm.store.refresh()
                try lab.tenant.setFault(fault.fault, for: .keys)

                let cold = try lab.judge(haste: fault.haste(.keys))
                let refusal = await cold.refusal(try await lab.token())
                #expect(refusal?.code == .keysUnavailable)
                #expect(refusal?.status == 503)
                #expect(cold.store.health.lastFailure?.code == fault.outcome)
                #expect(lab.tenant.faultCount(of: .keys) == fault.requests)

                await #expect(throws: FetchError(fault.outcome, "")) { try await warm.store.refresh() }
                #expect(await warm.code(try await lab.token()) == nil)
                #expect(warm.store.health.consecutiveFailures == 1)

                try lab.tenant.setFault(nil, for: .keys)
                try await cold.store.refresh()
                #expect(await cold.code(try await lab.token()) == nil)
            }
        }

        @Test("Metadata that cannot be had: no key when cold, keys as before when warm", arguments: FaultCase.metadata)
        func metadata(fault: FaultCase) async throws {
            try await Lab.run { lab in
                let warm = try lab.judge(haste: fault.haste(.metadata))
                try await warm.store.refresh()
                try lab.tenant.setFault(fault.fault, for: .metadata)

                let cold = try lab.judge(haste: fault.haste(.metadata))
                #expect(await cold.code(try await lab.token()) == .keysUnavailable)
                #expect(cold.store.health.lastFailure?.code == fault.outcome)
                #expect(lab.tenant.requestCount(of: .keys) == 1)

                // The address of the keys is known, so their fetch succeeds (NET-24).
                try await warm.store.refresh()
                #expect(lab.tenant.requestCount(of: .keys) == 2)
                #expect(await warm.code(try await lab.token()) == nil)
            }
        }

        @Test("Metadata does not widen the algorithms (NET-22)")
        func algorithms() async throws {
            try await Lab.run { lab in
                try lab.tenant.setFault(
                    .metadataMember("id_token_signing_alg_values_supported", ["none", "HS256", "PS256"]), for: .metadata
                )
                let judge = try lab.judge()
                let mint = try HostileMint(await lab.tenant.mint())
                for id in ["HDR-02", "HDR-08/1", "HDR-14"] {
                    let hostile = try #require(HostileToken.named(id))
                    #expect(await judge.code(try hostile.mint(by: mint)) == .algorithmNotAllowed)
                }
                #expect(await judge.code(try await lab.token()) == nil)
            }
        }

        @Test("Thin sets are merged: a key that one answer lacks stays")
        func thinSets() async throws {
            try await Lab.run { lab in
                try lab.tenant.setFault(.thinSets, for: .keys)
                let judge = try lab.judge()
                try await judge.store.refresh()
                #expect(judge.store.health.keyCount == 1)
                for _ in 0..<5 {
                    try await judge.store.refresh()
                    #expect(judge.store.health.keyCount == 2)
                }
                #expect(await judge.code(try await lab.token()) == nil)
                try lab.tenant.rotateKeys()
                #expect(await judge.code(try await lab.token()) == nil)
            }
        }

        @Test("An id with two keys is believed for neither (JWKS-01)")
        func duplicateKid() async throws {
            try await Lab.run { lab in
                let judge = try lab.judge()
                try await judge.store.refresh()
                try lab.tenant.setFault(.duplicateKid, for: .keys)
                try await judge.store.refresh()
                let keys = lab.tenant.keys
                #expect(await judge.code(try await lab.token()) == .keyNotFound)
                let twin = TenantKeys(current: keys.next.named(keys.current.keyID), next: keys.next)
                let mint = TokenMint(
                    directory: .standard, keys: twin, baseURL: lab.endpoint.baseURL, clock: lab.time.wallClock)
                #expect(await judge.code(try mint.mintForUser("adele").compact) == .keyNotFound)
                try lab.tenant.rotateKeys()
                #expect(await judge.code(try await lab.token()) == nil)
            }
        }

        @Test("Unusable keys are skipped, each for its reason, and spoil nothing (JWKS-02, 05, 06, 13, 21, 26)")
        func unusableKeys() async throws {
            try await Lab.run { lab in
                try lab.tenant.setFault(.unusableKeys, for: .keys)
                let authority = try #require(Authority.loopback(lab.endpoint.baseURL))
                let id = try #require(TenantID(lab.endpoint.tenantID))
                let skipped = Mutex<[KeyRejection: Int]>([:])
                let store = KeyStore(
                    authority: authority, tenants: .single(id), transport: lab.transport, time: lab.time,
                    onEvent: { event in
                        if case .refreshed(_, _, _, let reasons) = event { skipped.withLock { $0 = reasons } }
                    })
                try await store.refresh()
                #expect(
                    skipped.withLock { $0 } == [.keyType: 3, .modulus: 1, .exponent: 1, .privateMaterial: 1, .use: 1])
                let judge = try lab.judge()
                #expect(await judge.code(try await lab.token()) == nil)
            }
        }
    }
}
