// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import BenchmarkSupport

/// What every workload costs in time, and how a validation compares with the raw operation.
struct TimeReport {
    /// What a full validation with warm keys may cost at most, as a multiple of the raw operation.
    static let allowance = 1.15
    private static let rounds = 201
    private static let operationsPerRound = 64

    private let workloads: [Workload]
    private let medians: [Double]

    /// Measures: microseconds per operation, the median of rounds in which every workload has its turn.
    init(_ workloads: Workloads) async throws {
        let all = workloads.all
        let clock = ContinuousClock()
        var samples = Array(repeating: [Double](), count: all.count)
        for workload in all { try await workload.run(Self.operationsPerRound) }
        for round in 0..<Self.rounds {
            for turn in all.indices {
                let index = (round + turn) % all.count
                let start = clock.now
                try await all[index].run(Self.operationsPerRound)
                samples[index].append((clock.now - start) / .microseconds(1) / Double(Self.operationsPerRound))
            }
        }
        self.workloads = all
        medians = samples.map { $0.sorted()[$0.count / 2] }
    }

    func print() {
        for (workload, median) in zip(workloads, medians) { printRow(workload.name, median, "µs") }
        let ratio = medians[1] / medians[0]
        printRow("difference", medians[1] - medians[0], "µs")
        printRow("ratio", ratio, "")
        let verdict = ratio <= Self.allowance ? "met" : "missed by \(twoDecimals(ratio - Self.allowance))"
        Swift.print("A full validation costs at most \(twoDecimals(Self.allowance)) raw operations: \(verdict)")
    }
}
