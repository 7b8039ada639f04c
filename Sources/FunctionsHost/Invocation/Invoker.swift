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
    let clock: any HostClock
    let log: HostLog

    /// Invokes an HTTP function by envelope, or forwards the request (host contract §4.1).
    func http(_ function: FunctionMetadata, _ request: ClientRequest) async -> HTTPAnswer {
        let answer = await invocation(of: function, reason: Self.apiReason) { attempt throws(InvocationFailure) in
            if configuration.httpMode == .forwarding, function.isHTTPInAndOut {
                return try await forward(function, request, attempt)
            }
            warnAboutBody(function, request, attempt)
            let result = try await perform(function, attempt) { builder in
                builder.http(request, binding: function.triggerBinding.name)
            }
            return try HTTPOutput.answer(result, bindings: function.bindings)
        }
        return answer ?? .serverError
    }

    /// Invokes a function whose trigger is not HTTP.
    ///
    /// - Parameters:
    ///   - function: The function.
    ///   - reason: Why it is invoked, for the log (host contract §10).
    ///   - details: The text after `Trigger Details:` in the log.
    ///   - envelope: Builds the envelope of a try.
    /// - Returns: What the handler answered; nil when the last try failed.
    @discardableResult
    func trigger(
        _ function: FunctionMetadata, reason: String, details: String? = nil,
        envelope: (EnvelopeBuilder) -> JSONValue
    ) async -> HandlerResult? {
        await invocation(of: function, reason: reason, details: details) { attempt throws(InvocationFailure) in
            try await perform(function, attempt, envelope: envelope)
        }
    }

    /// One try by envelope: the call, the user's log lines, and the outputs.
    private func perform(
        _ function: FunctionMetadata, _ attempt: InvocationTry, envelope: (EnvelopeBuilder) -> JSONValue
    ) async throws(InvocationFailure) -> HandlerResult {
        let builder = EnvelopeBuilder(
            functionName: function.name, now: clock.now, randomID: UUID().uuidString.lowercased(), retry: attempt.retry)
        return try await post(envelope(builder), function, attempt.id)
    }

    func call(
        _ head: HTTPRequestHead, _ body: ByteBuffer?, _ function: FunctionMetadata, _ id: String
    ) async throws(InvocationFailure) -> HandlerReply {
        do throws(HandlerClientError) {
            return try await supervisor.client.send(
                head, body: body, timeout: configuration.functionTimeout ?? configuration.callTimeout)
        } catch {
            if error.kind == .timedOut { throw timeout(function, id) }
            throw InvocationFailure(error.message)
        }
    }

    func waitUntilReady() async throws(InvocationFailure) {
        do throws(HostError) {
            try await supervisor.waitUntilReady()
        } catch {
            throw InvocationFailure(error.message, isFinal: true)
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
