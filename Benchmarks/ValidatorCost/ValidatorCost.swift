// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import BenchmarkSupport
import Dispatch
import Foundation

/// Prints what a validation costs beside the raw RSA operation of the same build, measured in turns in one process.
///
/// With `--profile N [NAME]` it does one workload N times, for a profiler: the validation, or the one of that name.
/// With `--allocations` it counts heap allocations instead, and fails when a validation makes too many.
@main
struct ValidatorCost {
    /// Valgrind loses a process whose first thread ends, as that of an asynchronous main function does.
    static func main() {
        let done = DispatchSemaphore(value: 0)
        // No task is around yet that could have this one as its child, and the main actor is what waits.
        Task.detached {
            do {
                try await run(Array(CommandLine.arguments.dropFirst()))
            } catch {
                print("\(error)")
                exit(1)
            }
            done.signal()
        }
        done.wait()
    }

    private static func run(_ arguments: [String]) async throws {
        let workloads = try await Workloads()
        switch (arguments.first, arguments.count > 1 ? Int(arguments[1]) : nil) {
        case ("--profile", let count?):
            let name = arguments.count > 2 ? arguments[2] : workloads.validation.name
            for workload in workloads.all where workload.name.hasPrefix(name) { try await workload.run(count) }
        case ("--allocations", _):
            try await AllocationReport(workloads).print()
        default:
            try await TimeReport(workloads).print()
        }
    }
}
