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
        let answer = await invocation(of: function, reason: Self.apiReason) { id throws(InvocationFailure) in
            if configuration.httpMode == .forwarding, function.isHTTPInAndOut {
                return try await forward(function, request, id)
            }
            if request.isChunked {
                log.function(
                    function.name, .warning,
                    "The request to '\(function.name)' is chunked: the host drops a body without Content-Length in this mode. "
                        + "Use enableProxyingHttpRequest, or send Content-Length.")
            }
            let builder = EnvelopeBuilder(
                functionName: function.name, now: clock.now, randomID: UUID().uuidString.lowercased())
            let result = try await post(builder.http(request, binding: function.triggerBinding.name), function, id)
            return try HTTPOutput.answer(result, bindings: function.bindings)
        }
        return answer ?? .serverError
    }

    /// Invokes a timer function.
    func timer(_ function: FunctionMetadata, tick: TimerTick, reason: String) async {
        await invocation(of: function, reason: reason) { id throws(InvocationFailure) in
            let builder = EnvelopeBuilder(
                functionName: function.name, now: clock.now, randomID: UUID().uuidString.lowercased())
            _ = try await post(builder.timer(tick, binding: function.triggerBinding.name), function, id)
        }
    }

    /// The frame around every invocation.
    ///
    /// - Returns: What the work returned, nil when it failed.
    @discardableResult
    func invocation<Result: Sendable>(
        of function: FunctionMetadata, reason: String, _ work: (String) async throws(InvocationFailure) -> Result
    ) async -> Result? {
        let id = UUID().uuidString.lowercased()
        let name = function.name
        log.function(name, .info, "Executing 'Functions.\(name)' (Reason='\(reason)', Id=\(id))")
        let start = ContinuousClock.now
        func duration() -> Int { Int(start.duration(to: .now) / .milliseconds(1)) }
        do throws(InvocationFailure) {
            try await waitUntilReady()
            let result = try await work(id)
            log.function(
                name, .info, "Executed 'Functions.\(name)' (Succeeded, Id=\(id), Duration=\(duration())ms)")
            return result
        } catch {
            log.function(
                name, .error,
                "Executed 'Functions.\(name)' (Failed, Id=\(id), Duration=\(duration())ms) \(error.message)")
            return nil
        }
    }

    /// Posts an envelope and reads the result (host contract §4.2).
    private func post(
        _ envelope: JSONValue, _ function: FunctionMetadata, _ id: String
    ) async throws(InvocationFailure) -> HandlerResult {
        let body = ByteBuffer(bytes: envelope.serialized())
        var head = HTTPRequestHead(version: .http1_1, method: .POST, uri: "/\(function.name)")
        head.headers.add(name: "Host", value: "127.0.0.1:\(supervisor.client.port)")
        HostHeaders.set(id, on: &head.headers)
        head.headers.add(name: "User-Agent", value: HostHeaders.userAgent)
        head.headers.add(name: "Content-Type", value: "application/json; charset=utf-8")
        head.headers.add(name: "Content-Length", value: "\(body.readableBytes)")
        let start = ContinuousClock.now
        let reply = try await call(head, body, function, id)
        if 300..<400 ~= reply.status, configuration.followsRedirects {
            log.function(
                function.name, .warning,
                "The handler answered an envelope with \(reply.status). The host in Azure would follow the redirect itself; "
                    + "put the status into the output's statusCode instead.")
        }
        guard let result = try ReplyReader.read(reply) else {
            log.function(
                function.name, .warning,
                "The handler answered \(reply.status) with an empty or null body. The host takes that for no answer and waits "
                    + "until the function's time is up; answer at least {}.")
            try await waitForTimeout(function, id, since: start)
        }
        for line in result.logs { log.user(function.name, line) }
        return result
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

    private func waitUntilReady() async throws(InvocationFailure) {
        do throws(HostError) {
            try await supervisor.waitUntilReady()
        } catch {
            throw InvocationFailure(error.message)
        }
    }

    private func waitForTimeout(
        _ function: FunctionMetadata, _ id: String, since start: ContinuousClock.Instant
    ) async throws(InvocationFailure) -> Never {
        let end = start.advanced(by: configuration.functionTimeout ?? configuration.callTimeout)
        try? await Task.sleep(until: end)
        throw timeout(function, id)
    }

    /// A function that takes too long costs the whole process its life (host contract §3.3).
    private func timeout(_ function: FunctionMetadata, _ id: String) -> InvocationFailure {
        supervisor.restart()
        return InvocationFailure(
            "Timeout value of \(TimeSpan.format(configuration.functionTimeout ?? configuration.callTimeout)) exceeded by "
                + "function 'Functions.\(function.name)' (Id: '\(id)'). Initiating cancellation.")
    }
}
