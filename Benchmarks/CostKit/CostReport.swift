// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// Times all workloads in turns, and writes what came out.
enum CostReport {
    private static let rounds = 101
    private static let roundTime = Duration.microseconds(500)

    /// Microseconds per operation, the median of rounds in which every workload has its turn.
    static func medians(of costs: [Cost]) async throws -> [Double] {
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
        return samples.map { $0.sorted()[$0.count / 2] }
    }

    /// How many operations fill a round; finding out warms what can be warmed.
    private static func count(of cost: Cost, _ clock: ContinuousClock) async throws -> Int {
        var count = 1
        while true {
            let start = clock.now
            try await cost.run(count)
            if clock.now - start >= roundTime { return count }
            count *= 2
        }
    }

    /// A row for each workload.
    static func table(_ costs: [Cost], _ medians: [Double]) -> String {
        zip(costs, medians).map { cost, median in
            let name = cost.name + String(repeating: " ", count: max(0, 44 - cost.name.count))
            let number = text(median)
            return name + String(repeating: " ", count: max(0, 10 - number.count)) + number + " µs"
        }.joined(separator: "\n")
    }

    /// `{"workloads": [{"name": …, "group": …, "size": …, "microseconds": …}]}`; names need no escaping.
    static func json(_ costs: [Cost], _ medians: [Double]) -> String {
        let rows = zip(costs, medians).map { cost, median in
            #"{"name":"\#(cost.name)","group":"\#(cost.group)","size":\#(cost.size),"microseconds":\#(text(median))}"#
        }
        return #"{"workloads":[\#(rows.joined(separator: ","))]}"#
    }

    /// Three decimals.
    private static func text(_ value: Double) -> String {
        let thousandths = Int((value * 1_000).rounded())
        let fraction = String(thousandths % 1_000)
        return "\(thousandths / 1_000)." + String(repeating: "0", count: 3 - fraction.count) + fraction
    }
}
