// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
import HTTPTypes
package import Logging
import NIOHTTP1
import StrictJSON
import Synchronization

/// Brings a request to its function and the function's outcome back, in envelope and in plain HTTP form.
///
/// Which form a request has is decided by host.json and the path, never by header fields that a client could send
/// (host contract §4.1).
package final class Dispatcher: Sendable {
    private let registry: FunctionRegistry
    private let host: HostConfiguration
    private let routes: RouteTable<FunctionDefinition>
    let errors: ErrorResponse
    private let logger: Logger
    private let observation: Observation
    /// The logger's handler, when it is the runtime's own.
    private let log: HostLogHandler?
    private let standIn: (any Sendable)?
    private let options: RuntimeOptions
    /// What the host's `functionTimeout` means here; nil when it waits for ever.
    let timeLimit: TimeLimit?

    package init(
        registry: FunctionRegistry, host: HostConfiguration, isDevelopment: Bool, logger: Logger,
        options: RuntimeOptions = RuntimeOptions(), observation: Observation = .process
    ) {
        let registry = registry.observed(by: observation)
        self.registry = registry
        self.observation = observation
        self.host = host
        self.logger = logger
        log = logger.handler as? HostLogHandler
        standIn = nil
        self.options = options
        timeLimit = host.functionTimeout.map(TimeLimit.init)
        errors = ErrorResponse(isDevelopment: isDevelopment)
        routes = RouteTable(
            registry.functions.compactMap { function in
                guard host.httpMode != .envelope, let http = function.http, http.isHTTPInAndOut,
                    let template = try? RouteTemplate(joinedRoute(host.routePrefix, http.route))
                else { return nil }
                return (template, Set(http.methods), function)
            })
    }

    /// A dispatcher whose guards of this kind are not asked, for tests.
    package func standing(in value: some Sendable) -> Dispatcher { Dispatcher(self, standIn: value) }

    private init(_ other: Dispatcher, standIn: any Sendable) {
        registry = other.registry
        host = other.host
        routes = other.routes
        errors = other.errors
        logger = other.logger
        observation = other.observation
        log = other.log
        options = other.options
        timeLimit = other.timeLimit
        self.standIn = standIn
    }

    /// Answers a request; it never fails, and one bad request never affects another.
    package func respond(to request: HandlerRequest) async -> HandlerResponse {
        await respond(to: request, along: route(request.method, request.target))
    }

    /// Answers a request whose way is known from its head.
    func respond(to request: HandlerRequest, along route: RequestRoute) async -> HandlerResponse {
        switch route.destination {
        case .envelope(let function):
            return await invoke(function, request)
        case .plain(let function, let parameters):
            return await forward(function, parameters, request, limit: route.maximumBodySize)
        case .root where request.invocationID == nil:
            // The probe comes without the host's header fields. Any answer counts as ready, and the host's patience is
            // short, so it does not wait for the start-up: invocations do (host contract §3.1, §13).
            return .ready
        case .root, .nowhere:
            logger.warning(
                "No function for this request.",
                metadata: [
                    "invocation.id": "\(request.invocationID ?? "none")", "http.method": "\(request.method.rawValue)",
                ])
            return .refusal(
                .notFound, "No such function", code: "function_not_found", correlationID: request.invocationID)
        }
    }

    /// Where a request goes; no header field has a say in it.
    func route(_ method: HTTPMethod, _ target: String) -> RequestRoute {
        let path = target.prefix { $0 != "?" }
        if let function = calledFunction(method, path) {
            return RequestRoute(.envelope(function), function.execution ?? options.runsOn, Envelope.limits.bytes)
        }
        if let match = routes.match(method: method.rawValue, path: String(path)) {
            let limit = match.value.http?.transport.maximumBodySize ?? options.maximumBodySize
            return RequestRoute(
                .plain(match.value, match.parameters), match.value.execution ?? options.runsOn, limit)
        }
        return RequestRoute(method == .GET && path == "/" ? .root : .nowhere, .eventLoop, 0)
    }

    /// The function that `POST /{name}` calls by an envelope.
    ///
    /// While plain HTTP is on, functions that the host calls that way have no envelope door.
    private func calledFunction(_ method: HTTPMethod, _ path: Substring) -> FunctionDefinition? {
        guard method == .POST, path.utf8.first == UInt8(ascii: "/"),
            let function = registry.function(named: String(path.dropFirst()))
        else { return nil }
        return host.httpMode != .envelope && function.http?.isHTTPInAndOut == true ? nil : function
    }

    func context(
        _ function: FunctionDefinition, _ id: String, _ envelope: Envelope?, _ request: HandlerRequest
    ) -> InvocationContext {
        var logger = logger
        var logs: InvocationLogs?
        if var handler = log {
            if envelope != nil, handler.destination == .result { logs = InvocationLogs() }
            handler.logs = logs
            handler.invocation = (function.name, id)
            logger.handler = handler
        } else {
            logger[metadataKey: "function"] = "\(function.name)"
            logger[metadataKey: "invocation.id"] = "\(id)"
        }
        let origin = InvocationOrigin(
            invocationID: id, functionName: function.name, envelope: envelope, headers: request.headers,
            deadline: timeLimit.map { request.arrival + $0.cancellation }, logs: logs, standIn: standIn)
        return InvocationContext(origin, logger)
    }

    /// Runs an invocation, counted and traced; the lines that waited for its result are written when it has none.
    func observe<Result>(
        _ function: FunctionDefinition, _ context: InvocationContext, since arrival: ContinuousClock.Instant,
        _ body: () async -> (Result, FunctionInstruments.Outcome)
    ) async -> Result {
        let (result, outcome) = await observation.traced(function, context, body)
        function.instruments?.record(outcome, .now - arrival)
        return result
    }

    /// Writes the lines that waited for a result which the host will not read (host contract §8.6).
    func releaseLogs(_ context: InvocationContext) {
        guard let logs = context.logs else { return }
        log?.flush(logs.close(), invocationID: context.invocationID)
    }

    func refuse(
        _ status: HTTPResponseStatus, _ message: String, _ code: String, _ function: FunctionDefinition,
        _ id: String? = nil
    ) -> HandlerResponse {
        logger.warning(
            "An invocation is refused.",
            metadata: ["function": "\(function.name)", "invocation.id": "\(id ?? "none")", "reason": "\(message)"])
        return .refusal(status, message, code: code, correlationID: id)
    }
}
