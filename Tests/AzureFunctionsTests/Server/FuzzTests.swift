// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctionsTesting
import ServerFuzz
import Testing

/// A short run of what `server-fuzz` does at length.
@Suite(.timeLimit(.minutes(5))) struct `Mutated input` {
    @Test(arguments: [1, 2, 3, 4] as [UInt64]) func `Every mutated envelope gets an answer`(seed: UInt64) async throws {
        try await FuzzRun(seed: seed, count: 4_000).envelopes()
    }

    @Test func `Every mutated request is answered or its connection closed, and the server lives on`() async throws {
        try await FuzzRun.app.withServer(hostJSON: FuzzRun.hostJSON) { port in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for seed in 10..<26 as Range<UInt64> {
                    group.addTask { try await FuzzRun(seed: seed, count: 250).requests(port: port) }
                }
                try await group.waitForAll()
            }
            let response = try await exchange(port, RawRequest.invoke("tick", EnvelopeSamples.timer))
            #expect(response.status == 200)
        }
    }
}
