// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions
import AzureFunctionsTesting
import InMemoryLogging
import Logging
import StrictJSON
import Synchronization
import Testing

@Suite struct `The watch over event loops` {
    private final class Clock: Sendable {
        private let state = Mutex(ContinuousClock.now)

        var now: ContinuousClock.Instant { state.withLock { $0 } }

        func pass(_ time: Duration) { state.withLock { $0 += time } }
    }

    @Test func `A function that holds its loop up is named once, while it does`() {
        let (log, clock) = (TestLog(), Clock())
        let watch = BlockingWatch(threshold: .milliseconds(200), logger: log.logger) { clock.now }
        let segment = watch.began("report")
        clock.pass(.milliseconds(199))
        watch.inspect()
        #expect(log.entries.isEmpty)
        clock.pass(.milliseconds(1))
        watch.inspect()
        watch.inspect()
        watch.ended(segment)
        #expect(log.entries.count == 1)
        #expect(log.text.contains("report") && log.text.contains("concurrentPool"))
    }

    @Test func `What was too long between two looks is named at its end`() {
        let (log, clock) = (TestLog(), Clock())
        let watch = BlockingWatch(threshold: .milliseconds(200), logger: log.logger) { clock.now }
        let (quick, slow) = (watch.began("quick"), watch.began("slow"))
        watch.ended(quick)
        clock.pass(.milliseconds(250))
        watch.ended(slow)
        #expect(log.entries.map { "\($0.metadata["function"] ?? "")" } == ["slow"])
    }

    @Test(arguments: [true, false]) func `Only development is watched, and only event loops`(
        isDevelopment: Bool
    ) async throws {
        let log = TestLog()
        var app = FunctionApp(authLevel: .anonymous) {
            HTTPFunction("loop") { _, _ in
                busy()
                return .text("")
            }
            HTTPFunction("awaiting") { _, _ in
                await Task.yield()
                busy()
                return .text("")
            }
            Blueprint(runsOn: .concurrentPool) {
                HTTPFunction("pool") { _, _ in
                    busy()
                    return .text("")
                }
            }
        }
        app.options.blockingThreshold = .milliseconds(1)
        try await app.withServer(
            settings: isDevelopment ? ["AZURE_FUNCTIONS_ENVIRONMENT": "Development"] : [:], logger: log.logger
        ) { port in
            for name in ["loop", "awaiting", "pool"] {
                let response = try await exchange(port, RawRequest.invoke(name, EnvelopeSamples.h1))
                #expect(response.status == 200)
            }
        }
        let names = Set(log.entries.map { "\($0.metadata["function"] ?? "")" })
        #expect(names == (isDevelopment ? ["loop", "awaiting"] : []))
    }

    private func busy() {
        let end = ContinuousClock.now + .milliseconds(3)
        while ContinuousClock.now < end {}
    }
}
