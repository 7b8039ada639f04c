// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AllocationCount
import BenchmarkSupport

/// How many heap allocations every workload makes, counted where the C library hands them out.
struct AllocationReport {
    /// How many a full validation with warm keys may make.
    static let limit = 12.0
    private static let operations = 1_024

    private let workloads: [Workload]
    private let counts: [Double]

    init(_ workloads: Workloads) async throws {
        guard allocation_count_is_supported() != 0 else {
            throw UnexpectedOutcome(description: "Allocations cannot be counted with this C library.")
        }
        var counts: [Double] = []
        for workload in workloads.all {
            // What is made once, such as a cache's table, is made here.
            try await workload.run(Self.operations)
            allocation_count_start()
            try await workload.run(Self.operations)
            counts.append(Double(allocation_count_stop()) / Double(Self.operations))
        }
        self.workloads = workloads.all
        self.counts = counts
    }

    func print() throws {
        for (workload, count) in zip(workloads, counts) { printRow(workload.name, count, "allocations") }
        // A runtime that allocates now and then, for a larger task stack, adds less than a hundredth to each.
        guard counts[1] < Self.limit + 0.01 else {
            throw UnexpectedOutcome(
                description: "A full validation makes \(twoDecimals(counts[1])) allocations, not \(Self.limit).")
        }
        Swift.print("A full validation makes at most \(Int(Self.limit)) allocations: met")
    }
}
