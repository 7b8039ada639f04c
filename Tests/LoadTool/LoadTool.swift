// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions

/// An app for the load test: every tenth call fails, others answer with the number that they got.
@main
struct LoadTool {
    private struct Number: Codable, Sendable {
        let number: Int
    }

    private struct EveryTenth: Error {}

    static func main() async {
        let app = FunctionApp {
            QueueFunction("count", queue: "numbers", of: Number.self, returning: .queue("doubled")) { value, _ in
                guard value.number % 10 != 0 else { throw EveryTenth() }
                return Number(number: value.number * 2)
            }
            QueueFunction("slow", queue: "slow", of: Number.self, returning: .queue("doubled")) { value, _ in
                try await Task.sleep(for: .milliseconds(50))
                return Number(number: value.number * 2)
            }
        }
        await app.run()
    }
}
