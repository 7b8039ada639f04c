// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions
import AzureFunctionsTesting

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// `server-fuzz [RUNS [SEED]]`: changed requests against the server and the dispatcher, with the memory they cost.
///
/// Ends with 1 when the handler gives an answer that it must not give, or when its memory grows with the runs.
@main
struct ServerFuzz {
    private static let jobs = 8
    private static let rounds = 20

    static func main() async throws {
        let numbers = CommandLine.arguments.dropFirst().compactMap { Int($0) }
        let runs = max(numbers.first ?? 100_000, jobs * rounds)
        let seed = UInt64(numbers.dropFirst().first ?? 1)
        let memory = try await FuzzRun.app.withServer(hostJSON: FuzzRun.hostJSON) { @Sendable port in
            try await fuzz(port, runs, seed)
        }
        // The first quarter fills caches and pools.
        guard let early = memory.dropFirst(rounds / 4).first, let last = memory.last, last <= early + early / 4 else {
            print("server-fuzz: the memory grows with the runs")
            exit(1)
        }
        print("server-fuzz: no finding in \(runs) runs, seed \(seed)")
    }

    /// The resident memory after each round.
    private static func fuzz(_ port: Int, _ runs: Int, _ seed: UInt64) async throws -> [Int] {
        var memory: [Int] = []
        for round in 0..<rounds {
            try await withThrowingTaskGroup(of: Void.self) { group in
                for job in 0..<jobs {
                    let run = FuzzRun(
                        seed: seed &+ UInt64(round * jobs + job) &* 0x1_0000, count: runs / rounds / jobs / 2)
                    group.addTask {
                        try await run.requests(port: port)
                        try await run.envelopes()
                    }
                }
                try await group.waitForAll()
            }
            memory.append(residentPages)
            print("\(runs / rounds * (round + 1)) runs, \(memory.last ?? 0) pages resident")
        }
        return memory
    }

    /// 0 where the system does not say.
    private static var residentPages: Int {
        guard let file = fopen("/proc/self/statm", "r") else { return 0 }
        defer { fclose(file) }
        var text = [CChar](repeating: 0, count: 128)
        guard fgets(&text, Int32(text.count), file) != nil else { return 0 }
        let fields = String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self).split(
            separator: " ")
        return fields.count > 1 ? Int(fields[1]) ?? 0 : 0
    }
}
