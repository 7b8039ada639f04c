// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AllocationCount
import CValgrind
import Dispatch
import Foundation

/// The command line of an executable that measures costs.
///
/// - nothing: a table of microseconds and heap allocations per operation.
/// - `--json`: the same, for programs.
/// - `--list`: the names, one a line.
/// - `--allocations`: the allocations only, for programs.
/// - `--profile N NAME`: does the workloads whose names begin so N times, for a profiler.
/// - `--instructions N`: does each N times, counted by callgrind; only on valgrind, see scripts/check-costs.
public struct CostCommand: Sendable {
    private let costs: [Cost]

    /// Does what the command line says and ends the process with 0, or with 1 when something went wrong.
    ///
    /// Valgrind loses a process whose first thread ends, as that of an asynchronous main function does; so this one waits.
    ///
    /// - Parameter costs: Makes the workloads; their names differ.
    public static func main(_ costs: @escaping @Sendable () async throws -> [Cost]) -> Never {
        let done = DispatchSemaphore(value: 0)
        // No task is around that could have this one as its child.
        Task.detached {
            do {
                try await CostCommand(costs: costs()).run(Array(CommandLine.arguments.dropFirst()))
            } catch {
                FileHandle.standardError.write(Data("\(error)\n".utf8))
                exit(1)
            }
            done.signal()
        }
        done.wait()
        exit(0)
    }

    private func run(_ arguments: [String]) async throws {
        switch (arguments.first, arguments.count) {
        case (nil, _):
            print(CostReport.table(try await measured(timed: true)))
        case ("--json", 1):
            print(CostReport.json(try await measured(timed: true)))
        case ("--allocations", 1):
            print(CostReport.json(try await measured(timed: false)))
        case ("--list", 1):
            for cost in costs { print(cost.name) }
        case ("--profile", 3):
            let chosen = costs.filter { $0.name.hasPrefix(arguments[2]) }
            guard let count = Int(arguments[1]), !chosen.isEmpty else {
                throw UnexpectedOutcome("--profile needs a number and a name of --list.")
            }
            for cost in chosen { try await cost.run(count) }
        case ("--instructions", 2):
            guard let count = Int(arguments[1]), count > 0 else {
                throw UnexpectedOutcome("--instructions needs a number.")
            }
            try await countInstructions(count)
        default:
            throw UnexpectedOutcome("Arguments: --json, --list, --allocations, --profile N NAME, or --instructions N.")
        }
    }

    private func measured(timed: Bool) async throws -> [CostReport.Row] {
        let times = timed ? try await CostTimer.times(of: costs) : nil
        var rows: [CostReport.Row] = []
        for (index, cost) in costs.enumerated() {
            let allocations = try await allocations(cost)
            rows.append(CostReport.Row(cost: cost, microseconds: times?[index], allocations: allocations))
        }
        return rows
    }

    /// Per operation, counted where the C library hands memory out; nil where that cannot be seen.
    private func allocations(_ cost: Cost) async throws -> Double? {
        guard allocation_count_is_supported() != 0 else { return nil }
        let count = 1_024
        // What is made once, such as caches and tables, is made before.
        try await cost.run(count)
        allocation_count_start()
        try await cost.run(count)
        return Double(allocation_count_stop()) / Double(count)
    }

    private func countInstructions(_ count: Int) async throws {
        guard valgrind_is_running() else { throw UnexpectedOutcome("--instructions counts on valgrind only.") }
        for cost in costs {
            try await cost.run(count)
            callgrind_start()
            try await cost.run(count)
            callgrind_stop(cost.name)
        }
    }
}
