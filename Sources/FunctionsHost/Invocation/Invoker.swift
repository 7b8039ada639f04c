// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
import Logging
import NIOCore
import NIOHTTP1
import StrictJSON

/// Runs invocations: from the log line that begins one to the line that ends it (host contract §4, §10).
struct Invoker: Sendable {
    static let apiReason = "This function was programmatically called via the host APIs."

    let configuration: HostConfiguration
    let supervisor: HandlerSupervisor
    let bindings: BindingRuntime
    let clock: any HostClock
    let log: HostLog
    let trace: PayloadTrace
    let activity = InvocationActivity()

    /// Invokes an HTTP function by envelope, or forwards the request (host contract §4.1).
    func http(_ function: FunctionMetadata, _ request: ClientRequest) async -> HTTPAnswer {
        let answer = await invocation(of: function, reason: Self.apiReason) { attempt throws(InvocationFailure) in
            if configuration.httpMode == .forwarding, function.isHTTPInAndOut {
                return try await forward(function, request, attempt)
            }
            warnAboutBody(function, request, attempt)
            let result = try await perform(
                function, attempt, data: EnvelopeBuilder.data(request), metadata: { $0.httpMetadata(request) })
            var output = HTTPOutput(bindings: function.bindings)
            defer { for finding in output.findings { log.quirk(finding, function.name, id: attempt.id) } }
            return try output.answer(result)
        }
        return answer ?? .serverError
    }

    /// One try by envelope: the inputs, the call, the user's log lines, and the outputs.
    func perform(
        _ function: FunctionMetadata, _ attempt: InvocationTry, data: JSONValue,
        metadata: (EnvelopeBuilder) -> BindingData, acknowledge: Acknowledgement? = nil
    ) async throws(InvocationFailure) -> HandlerResult {
        let builder = EnvelopeBuilder(
            functionName: function.name, now: clock.now, randomID: GUID.random(), retry: attempt.retry)
        let metadata = metadata(builder)
        let expression = builder.expression(metadata)
        var values: JSONObject = [function.triggerBinding.name: data]
        for input in try await bindings.inputs(of: function, expression) { values[input.name] = input.value }
        let result = try await post(builder.envelope(values, metadata: metadata), function, attempt.id)
        try await bindings.commit(result, of: function, expression, acknowledge: acknowledge)
        return result
    }

    /// Calls the handler.
    ///
    /// - Parameters:
    ///   - head: The request's head, complete.
    ///   - body: The request's body.
    ///   - function: The function.
    ///   - id: The invocation.
    ///   - meanwhile: What is to be done once, while the handler works.
    /// - Returns: The handler's reply.
    /// - Throws: ``InvocationFailure`` when there is none in time.
    func call(
        _ head: HTTPRequestHead, _ body: ByteBuffer?, _ function: FunctionMetadata, _ id: String,
        meanwhile: () -> Void = {}
    ) async throws(InvocationFailure) -> HandlerReply {
        do throws(HandlerClientError) {
            return try await supervisor.client.send(
                head, body: body, timeout: configuration.functionTimeout ?? configuration.callTimeout,
                meanwhile: meanwhile)
        } catch {
            if error.kind == .timedOut { throw timeout(function, id) }
            throw InvocationFailure(error.message, isUndelivered: error.kind == .refused)
        }
    }

    func waitUntilReady() async throws(InvocationFailure) {
        do throws(HostError) {
            try await supervisor.waitUntilReady()
        } catch {
            throw InvocationFailure(error.message, isFinal: true, isUndelivered: true)
        }
    }

    func waitForTimeout(
        _ function: FunctionMetadata, _ id: String, since start: ContinuousClock.Instant
    ) async throws(InvocationFailure) -> Never {
        let end = start.advanced(by: configuration.functionTimeout ?? configuration.callTimeout)
        try? await Task.sleep(until: end)
        throw timeout(function, id)
    }

    /// A function that takes too long costs the whole process its life (host contract §3.3).
    func timeout(_ function: FunctionMetadata, _ id: String) -> InvocationFailure {
        supervisor.restart()
        return InvocationFailure(
            "Timeout value of \(TimeSpan.format(configuration.functionTimeout ?? configuration.callTimeout)) exceeded by "
                + "function 'Functions.\(function.name)' (Id: '\(id)'). Initiating cancellation.")
    }
}
