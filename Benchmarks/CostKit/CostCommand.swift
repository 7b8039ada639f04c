// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import CValgrind

/// The command line of an executable that measures costs.
///
/// - nothing: a table of microseconds per operation.
/// - `--json`: the same, for programs.
/// - `--list`: the names, one a line.
/// - `--profile N NAME`: does one workload N times, for a profiler.
/// - `--instructions N`: does each N times, counted by callgrind; only on valgrind, see scripts/check-costs.
public struct CostCommand: Sendable {
    private let costs: [Cost]

    /// A command for some workloads.
    ///
    /// - Parameter costs: Their names differ.
    public init(_ costs: [Cost]) { self.costs = costs }

    /// Does what the arguments say.
    ///
    /// - Parameter arguments: Without the executable's name.
    /// - Throws: ``UnexpectedOutcome`` for arguments that mean nothing; what a workload throws.
    public func run(_ arguments: [String]) async throws {
        switch (arguments.first, arguments.count) {
        case (nil, _):
            print(CostReport.table(costs, try await CostReport.medians(of: costs)))
        case ("--json", 1):
            print(CostReport.json(costs, try await CostReport.medians(of: costs)))
        case ("--list", 1):
            for cost in costs { print(cost.name) }
        case ("--profile", 3):
            guard let count = Int(arguments[1]), let cost = costs.first(where: { $0.name == arguments[2] }) else {
                throw UnexpectedOutcome("--profile needs a number and a name of --list.")
            }
            try await cost.run(count)
        case ("--instructions", 2):
            guard let count = Int(arguments[1]), count > 0 else {
                throw UnexpectedOutcome("--instructions needs a number.")
            }
            try await countInstructions(count)
        default:
            throw UnexpectedOutcome("Arguments: --json, --list, --profile N NAME, or --instructions N.")
        }
    }

    private func countInstructions(_ count: Int) async throws {
        guard valgrind_is_running() else { throw UnexpectedOutcome("--instructions counts on valgrind only.") }
        for cost in costs {
            // What is made once, such as caches and tables, is made before.
            try await cost.run(count)
            callgrind_start()
            try await cost.run(count)
            callgrind_stop(cost.name)
        }
    }
}
