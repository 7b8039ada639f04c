// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import Benchmark
import BenchmarkSupport

let benchmarks: @Sendable () -> Void = {
    Benchmark.defaultConfiguration = .init(
        metrics: [.wallClock, .instructions], scalingFactor: .kilo, maxDuration: .seconds(3))

    func measure(_ name: String, _ workload: @escaping @Sendable (Workloads) -> Workload) {
        Benchmark(
            name,
            closure: { benchmark, workload in
                try await workload.run(benchmark.scaledIterations.count)
            },
            setup: { workload(try await Workloads()) })
    }

    measure("Raw RSA-2048 + SHA-256") { $0.raw }
    measure("Full validation, warm keys") { $0.validation }
    measure("Bad signature") { $0.badSignature }
    measure("Malformed token") { $0.malformed }
    measure("Unknown kid, negative cache") { $0.unknownKeyID }
    measure("Verified-token cache hit") { $0.cacheHit }
    measure("StrictJSON: header") { $0.parses[0] }
    measure("StrictJSON: payload") { $0.parses[1] }
    measure("StrictJSON: envelope") { $0.parses[2] }
}
