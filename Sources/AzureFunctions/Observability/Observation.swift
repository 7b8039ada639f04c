// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

public import CoreMetrics
import NIOHTTP1
public import Tracing

/// Where the runtime counts and traces invocations; the process's systems unless given.
///
/// Nothing is measured while the process has bootstrapped neither.
public struct Observation: Sendable {
    /// Nil when nothing counts, so that a call reads no clock.
    let metrics: (any MetricsFactory)?
    /// Nil when nothing is traced, which costs less than a tracer that does nothing.
    let tracer: (any Tracer)?

    /// The systems that the process bootstrapped.
    public static var process: Observation {
        Observation(metrics: MetricsSystem.factory, tracer: InstrumentationSystem.tracer)
    }

    /// Systems of one's own, such as in-memory doubles in tests.
    ///
    /// - Parameters:
    ///   - metrics: Makes counters and timers.
    ///   - tracer: Makes spans.
    public init(metrics: (any MetricsFactory)? = nil, tracer: (any Tracer)? = nil) {
        self.metrics = metrics is NOOPMetricsHandler ? nil : metrics
        self.tracer = tracer is NoOpTracer ? nil : tracer
    }

    func instruments(of function: String) -> FunctionInstruments? {
        metrics.map { FunctionInstruments(function, $0) }
    }

    /// Runs an invocation in a span whose parent the host or the client named (W3C Trace Context).
    func traced<Result>(
        _ function: FunctionDefinition, _ context: InvocationContext,
        _ body: () async -> (Result, FunctionInstruments.Outcome)
    ) async -> (Result, FunctionInstruments.Outcome) {
        guard let tracer else { return await body() }
        var parent = ServiceContext.topLevel
        if let trace = context.trace { tracer.extract(trace, into: &parent, using: TraceContextExtractor()) }
        let kind: SpanKind = function.http == nil ? .consumer : .server
        return await tracer.withSpan(function.name, context: parent, ofKind: kind) { span in
            span.attributes["faas.invocation_id"] = context.invocationID
            span.attributes["faas.name"] = function.name
            span.attributes["faas.trigger"] = function.bindings.first?.type ?? ""
            let (result, outcome) = await body()
            span.attributes["faas.outcome"] = outcome.rawValue
            if outcome == .failed { span.setStatus(SpanStatus(code: .error)) }
            return (result, outcome)
        }
    }
}

private struct TraceContextExtractor: Extractor {
    func extract(key: String, from carrier: TraceContext) -> String? {
        switch key.lowercased() {
        case "traceparent": carrier.parent
        case "tracestate": carrier.state
        default: nil
        }
    }
}
