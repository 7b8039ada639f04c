// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

public import CoreMetrics
public import Tracing

/// Where the runtime counts and traces invocations; the process's systems unless given.
public struct Observation: Sendable {
    let metrics: any MetricsFactory
    /// Nil when nothing is traced, which costs less than a tracer that does nothing.
    let tracer: (any Tracer)?

    /// The systems that the process bootstrapped.
    public static var process: Observation {
        let tracer = InstrumentationSystem.tracer
        return Observation(metrics: MetricsSystem.factory, tracer: tracer is NoOpTracer ? nil : tracer)
    }

    /// Systems of one's own, such as in-memory doubles in tests.
    ///
    /// - Parameters:
    ///   - metrics: Makes counters and timers.
    ///   - tracer: Makes spans; nil traces nothing.
    public init(metrics: any MetricsFactory = MetricsSystem.factory, tracer: (any Tracer)? = nil) {
        self.metrics = metrics
        self.tracer = tracer
    }
}
