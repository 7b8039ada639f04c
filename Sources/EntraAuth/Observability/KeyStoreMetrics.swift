// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import CoreMetrics

/// What happens to the keys: `entra.auth.keys.refreshes` by `outcome` (`refreshed` or a code of ``FetchError``),
/// `entra.auth.keys.refresh.duration`, and the gauges `entra.auth.keys.held` and `entra.auth.keys.generation`.
struct KeyStoreMetrics: Sendable {
    private let factory: any MetricsFactory
    private let duration: Timer
    private let held: Gauge
    private let generation: Gauge

    init(_ factory: any MetricsFactory) {
        self.factory = factory
        duration = Timer(label: "entra.auth.keys.refresh.duration", dimensions: [], factory: factory)
        held = Gauge(label: "entra.auth.keys.held", factory: factory)
        generation = Gauge(label: "entra.auth.keys.generation", factory: factory)
    }

    func record(failure: FetchError?, took time: Duration, keys: Int, generation: UInt64) {
        let outcome = failure.map { $0.code.description } ?? "refreshed"
        Counter(label: "entra.auth.keys.refreshes", dimensions: [("outcome", outcome)], factory: factory).increment()
        let (seconds, attoseconds) = time.components
        duration.recordNanoseconds(seconds * 1_000_000_000 + attoseconds / 1_000_000_000)
        held.record(keys)
        self.generation.record(Int64(clamping: generation))
    }
}
