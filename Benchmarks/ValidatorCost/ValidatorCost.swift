// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import BenchmarkSupport

/// Prints what a validation costs beside the raw RSA operation of the same build, measured in turns in one process.
///
/// With `--profile N [NAME]` it does one workload N times, for a profiler: the validation, or the one of that name.
@main
struct ValidatorCost {
    /// A full validation with warm keys may cost this much more than the raw operation, in microseconds.
    static let allowance = 10.0
    static let rounds = 201
    static let operationsPerRound = 64

    static func main() async throws {
        let workloads = try await Workloads()
        let all =
            [
                workloads.raw, workloads.validation, workloads.malformed, workloads.unknownKeyID,
                workloads.badSignature, workloads.cacheHit,
            ] + workloads.parses
        let arguments = Array(CommandLine.arguments.dropFirst())
        if arguments.first == "--profile", arguments.count > 1, let count = Int(arguments[1]) {
            let name = arguments.count > 2 ? arguments[2] : workloads.validation.name
            for workload in all where workload.name.hasPrefix(name) { try await workload.run(count) }
            return
        }
        let medians = try await medians(of: all)
        for (workload, median) in zip(all, medians) { printRow(workload.name, median, "µs") }
        let difference = medians[1] - medians[0]
        printRow("difference", difference, "µs")
        printRow("ratio", medians[1] / medians[0], "")
        let verdict = difference <= allowance ? "met" : "missed by \(text(difference - allowance)) µs"
        print("A full validation costs at most the raw operation plus \(text(allowance)) µs: \(verdict)")
    }

    /// Microseconds per operation, the median of rounds in which every workload has its turn.
    private static func medians(of workloads: [Workload]) async throws -> [Double] {
        let clock = ContinuousClock()
        var samples = Array(repeating: [Double](), count: workloads.count)
        for workload in workloads { try await workload.run(operationsPerRound) }
        for round in 0..<rounds {
            for turn in workloads.indices {
                let index = (round + turn) % workloads.count
                let start = clock.now
                try await workloads[index].run(operationsPerRound)
                samples[index].append((clock.now - start) / .microseconds(1) / Double(operationsPerRound))
            }
        }
        return samples.map { $0.sorted()[$0.count / 2] }
    }

    private static func printRow(_ name: String, _ value: Double, _ unit: String) {
        let label = name + String(repeating: " ", count: max(0, 44 - name.count))
        let number = text(value)
        print(label + String(repeating: " ", count: max(0, 9 - number.count)) + number, unit)
    }

    /// Two decimals.
    private static func text(_ value: Double) -> String {
        let hundredths = Int((value.magnitude * 100).rounded())
        let fraction = hundredths % 100
        return "\(value < 0 ? "-" : "")\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)"
    }
}
