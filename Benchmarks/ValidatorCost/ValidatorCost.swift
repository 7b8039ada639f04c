// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import BenchmarkSupport
import CostKit

/// Prints what a validation costs beside the raw RSA operation of the same build, measured in turns in one process.
@main
struct ValidatorCost {
    static func main() {
        CostCommand.main {
            var workloads = try await Workloads().all
            // Only where time is measured: on valgrind, thousands of signatures take minutes.
            if ["--json", nil].contains(CommandLine.arguments.dropFirst().first) {
                workloads += try await Workloads.growing()
            }
            return workloads.map { workload in
                Cost(workload.group, workload.name, size: workload.size) { try await workload.run($0) }
            }
        }
    }
}
