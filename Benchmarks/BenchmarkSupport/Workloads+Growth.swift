// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

extension Workloads {
    /// The same work among more keys, more callers and more tasks, whose cost should not grow.
    ///
    /// - Parameter callers: How many callers at most; each one's token takes a signature to make.
    /// - Returns: Workloads of the groups `keys`, `callers` and `tasks`.
    /// - Throws: Whatever goes wrong while keys are made.
    public static func growing(callers: Int = 10_000) async throws -> [Workload] {
        var all: [Workload] = []
        for keys in [1, 10, 100, 1_000] {
            let validation = try await Workloads(keyCount: keys).validation
            all.append(
                Workload("full validation, \(keys) keys", group: "keys", size: keys) { try await validation.run($0) })
        }
        for count in [1, 100, 10_000, 100_000] where count <= callers {
            let hit = try await Workloads(callerCount: count).cacheHit
            all.append(
                Workload("cache of 10,000 tokens, \(count) callers", group: "callers", size: count) {
                    try await hit.run($0)
                })
        }
        let hit = try await Workloads().cacheHit
        for tasks in [1, 2, 4, 8] {
            all.append(
                Workload("verified-token cache hit, \(tasks) tasks", group: "tasks", size: tasks) { count in
                    try await withThrowingTaskGroup(of: Void.self) { group in
                        for _ in 0..<tasks { group.addTask { try await hit.run(count / tasks) } }
                        try await group.waitForAll()
                    }
                })
        }
        return all
    }
}
