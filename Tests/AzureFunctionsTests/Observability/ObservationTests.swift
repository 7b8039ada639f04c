// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions
import AzureFunctionsTesting
import CoreMetrics
import HTTPTypes
import InMemoryTracing
import MetricsTestKit
import NIOHTTP1
import StrictJSON
import Testing
import Tracing

@Suite struct `Counting and tracing` {
    private struct Broken: Error {}

    private let app = FunctionApp {
        HTTPFunction("web") { request, _ in
            if request.query["fail"] != nil { throw Broken() }
            return .status(.ok)
        }
        HTTPFunction("guarded", guardedBy: NotingGuard("g", Probe(), refuses: true)) { _, _, _ in .status(.ok) }
        TimerFunction("tick", schedule: "0 0 * * * *") { _, _ in }
    }

    @Test(arguments: [false, true]) func `Every outcome is counted and timed by function`(
        isForwarded: Bool
    ) async throws {
        let metrics = TestMetrics()
        try await app.test(
            hostJSON: ["customHandler": ["enableForwardingHttpRequest": .bool(isForwarded)]],
            observation: Observation(metrics: metrics)
        ) { client in
            for _ in 0..<3 { _ = try await client.get("/api/web") }
            _ = try await client.get("/api/web?fail=1")
            _ = try await client.get("/api/guarded")
            try await client.invoke("tick")
        }
        for (function, outcome, count) in [
            ("web", "succeeded", 3), ("web", "failed", 1), ("guarded", "refused", 1), ("tick", "succeeded", 1),
            ("tick", "failed", 0),
        ] as [(String, String, Int64)] {
            let dimensions = [("function", function), ("outcome", outcome)]
            #expect(try metrics.expectCounter("azure.functions.invocations", dimensions).totalValue == count)
            let times = try metrics.expectTimer("azure.functions.duration", dimensions).values
            #expect(times.count == Int(count) && times.allSatisfy { $0 > 0 })
        }
    }

    @Test func `An invocation is a span with function, id and outcome`() async throws {
        let tracer = InMemoryTracer()
        try await app.test(observation: Observation(tracer: tracer)) { client in
            _ = try await client.get("/api/web?fail=1")
            try await client.invoke("tick")
        }
        let spans = tracer.finishedSpans
        #expect(spans.map(\.operationName) == ["web", "tick"])
        #expect(spans.map(\.kind) == [.server, .consumer])
        #expect(spans.first?.attributes.get("faas.outcome") == .string("failed"))
        #expect(spans.first?.status?.code == .error)
        #expect(spans.last?.attributes.get("faas.trigger") == .string("timerTrigger"))
        #expect(spans.last?.status == nil)
    }

    @Test func `The span's parent is the one of the host, else of the client`() async throws {
        let parent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"
        let tracer = InMemoryTracer()
        let contexts = Probe<InvocationContext>()
        let app = FunctionApp {
            HTTPFunction("web") { _, context in
                contexts.record(context)
                return .status(.ok)
            }
        }
        let door = try Door(app, observation: Observation(tracer: tracer))
        _ = await door.invoke(
            "web", EnvelopeSamples.h1, headers: ["traceparent": parent, "tracestate": "vendor=1"])
        let fromHost = try #require(contexts.last?.trace)
        #expect(fromHost == TraceContext(parent: parent, state: "vendor=1"))
        #expect(fromHost.traceID == "4bf92f3577b34da6a3ce929d0e0e4736")
        let fields: HTTPFields = [try #require(HTTPField.Name("traceparent")): parent]
        try await app.test { client in _ = try await client.get("/api/web", headers: fields) }
        #expect(contexts.last?.trace?.parent == parent)
        _ = await door.invoke("web", EnvelopeSamples.h1)
        #expect(contexts.last?.trace == nil)
        #expect(tracer.performedContextExtractions.count == 1)
    }
}
