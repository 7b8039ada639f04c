// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

extension Workloads {
    /// The same work among more keys, more callers and more tasks at once.
    ///
    /// Costs should be the same in the groups `keys` and `callers`. Not so among `cached callers`: their tokens and
    /// claims outgrow the processor's caches. With `threads`, tasks share the keys and the cache.
    ///
    /// - Returns: Workloads that grow.
    /// - Throws: Whatever goes wrong while keys are made.
    public static func growing() async throws -> [Workload] {
        var all: [Workload] = []
        for keys in [1, 10, 100, 1_000] {
            let validation = try await Workloads(keyCount: keys).validation
            all.append(Workload("keys-\(keys)", group: "keys", size: keys) { try await validation.run($0) })
        }
        for callers in [1, 100, 10_000] {
            let workloads = try await Workloads(callerCount: callers)
            let (validation, hit) = (workloads.scatteredValidation, workloads.scatteredCacheHit)
            all.append(Workload("callers-\(callers)", group: "callers", size: callers) { try await validation.run($0) })
            all.append(
                Workload("cached-callers-\(callers)", group: "cached callers", size: callers) { try await hit.run($0) })
        }
        let hit = try await Workloads().cacheHit
        for threads in [1, 2, 4, 8] {
            all.append(
                Workload("threads-\(threads)", group: "threads", size: threads) { count in
                    try await withThrowingTaskGroup(of: Void.self) { group in
                        for _ in 0..<threads { group.addTask { try await hit.run(count / threads) } }
                        try await group.waitForAll()
                    }
                })
        }
        return all
    }
}
