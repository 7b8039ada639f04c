// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions
import AzureFunctionsTesting
import Benchmark
import StrictJSON

/// Invocations in process, by the client that the package has for tests; its encoding is in what is measured.
let benchmarks: @Sendable () -> Void = {
    Benchmark.defaultConfiguration = .init(
        metrics: [.wallClock, .instructions], scalingFactor: .kilo, maxDuration: .seconds(3))

    func measure(
        _ name: String, functions: Int, host: JSONValue,
        _ call: @escaping @Sendable (FunctionTestClient, Int) async throws -> Bool
    ) {
        let app = app(functions)
        Benchmark(name) { benchmark in
            try await app.test(hostJSON: host) { client in
                benchmark.startMeasurement()
                for number in benchmark.scaledIterations where try await !call(client, number % functions) {
                    benchmark.error("The answer is not the one that is wanted.")
                }
                benchmark.stopMeasurement()
            }
        }
    }

    for functions in [1, 1_000] {
        measure("HTTP by envelope, \(functions) functions", functions: functions, host: [:]) { client, number in
            try await client.get("/api/http-\(number)").status == .ok
        }
        measure("Plain HTTP, \(functions) functions", functions: functions, host: forwarding) { client, number in
            try await client.get("/api/http-\(number)").status == .ok
        }
        measure("Queue message, \(functions) functions", functions: functions, host: [:]) { client, number in
            try await client.invoke("queue-\(number)", with: Message(number: number)).decode(Message.self).number
                == number
        }
    }
}

private let forwarding: JSONValue = ["customHandler": ["enableForwardingHttpRequest": true]]

private struct Message: Codable, Sendable {
    let number: Int
}

private func app(_ functions: Int) -> FunctionApp {
    FunctionApp {
        Blueprint(authLevel: .anonymous) {
            for number in 0..<functions {
                HTTPFunction("http-\(number)") { _, _ in .text("hello") }
                QueueFunction("queue-\(number)", queue: "in", of: Message.self, returning: .queue("out")) { value, _ in
                    value
                }
            }
        }
    }
}
