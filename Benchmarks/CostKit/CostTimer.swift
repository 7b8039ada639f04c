// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// Times all workloads in turns, so that all meet the same weather on a shared machine.
enum CostTimer {
    private static let rounds = 101
    private static let roundTime = Duration.microseconds(500)

    /// Microseconds per operation: the lower decile of rounds in which every workload has its turn, since the quick rounds
    /// are those that nobody else disturbed.
    static func times(of costs: [Cost]) async throws -> [Double] {
        let clock = ContinuousClock()
        var counts: [Int] = []
        for cost in costs { counts.append(try await count(of: cost, clock)) }
        var samples = Array(repeating: [Double](), count: costs.count)
        for round in 0..<rounds {
            for turn in costs.indices {
                let index = (round + turn) % costs.count
                let start = clock.now
                try await costs[index].run(counts[index])
                samples[index].append((clock.now - start) / .microseconds(1) / Double(counts[index]))
            }
        }
        return samples.map { $0.sorted()[$0.count / 10] }
    }

    /// How many operations fill a round.
    private static func count(of cost: Cost, _ clock: ContinuousClock) async throws -> Int {
        // What is made once is made before.
        try await cost.run(16)
        var count = 1
        while true {
            let start = clock.now
            try await cost.run(count)
            if clock.now - start >= roundTime { return count }
            count *= 2
        }
    }
}
