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
package struct Dispatcher: Sendable {
    private let registry: FunctionRegistry
    private let host: HostConfiguration
    private let routes: RouteTable<FunctionDefinition>
    private let errors: ErrorResponse
    private let logger: Logger
    private var standIn: (any Sendable)?
    private let options: RuntimeOptions
    /// What the host's `functionTimeout` means here; nil when it waits for ever.
    let timeLimit: TimeLimit?

    package init(
        registry: FunctionRegistry, host: HostConfiguration, isDevelopment: Bool, logger: Logger,
        options: RuntimeOptions = RuntimeOptions()
    ) {
        self.registry = registry
        self.host = host
        self.logger = logger
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
    package func standing(in value: some Sendable) -> Dispatcher {
        var copy = self
        copy.standIn = value
        return copy
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
    /// While plain HTTP is on, functions that the host calls that
    /// way have no envelope door.
    private func calledFunction(_ method: HTTPMethod, _ path: Substring) -> FunctionDefinition? {
        guard method == .POST, path.utf8.first == UInt8(ascii: "/"),
            let function = registry.function(named: String(path.dropFirst()))
        else { return nil }
        return host.httpMode != .envelope && function.http?.isHTTPInAndOut == true ? nil : function
    }

    private func invoke(_ function: FunctionDefinition, _ request: HandlerRequest) async -> HandlerResponse {
        guard let id = request.invocationID else {
            return refuse(
                .badRequest, "The X-Azure-Functions-InvocationId field is missing", "missing_invocation_id", function)
        }
        let type = request.headers.first(name: "Content-Type")?.prefix { $0 != ";" && $0 != " " }.lowercased()
        guard type == "application/json" else {
            return refuse(
                .unsupportedMediaType, "The content type must be application/json", "content_type", function, id)
        }
        let envelope: Envelope
        do throws(JSONError) {
            envelope = try Envelope(parsing: request.body)
        } catch {
            return refuse(.badRequest, "The body is not valid JSON: \(error)", "invalid_json", function, id)
        }
        guard envelope.isWellFormed else {
            return refuse(
                .badRequest, "The body is not an invocation: Data is missing", "invalid_envelope", function, id)
        }
        let context = context(function, id, envelope, request)
        switch function.work {
        case .http(let http):
            guard let incoming = envelope.request(function.bindings[0].name) else {
                return refuse(.badRequest, "The invocation has no HTTP request", "invalid_envelope", function, id)
            }
            return .result(encoded(await answer(http, incoming, context), http.responseBinding, context))
        case .event(let handler):
            do {
                return .result(try InvocationResult.bytes(try await handler(context)))
            } catch let error as UnreadableValue {
                context.logger.error("The trigger's value cannot be read.", metadata: ["error": "\(error)"])
                return .refusal(.badRequest, "\(error)", code: "unreadable_value", correlationID: id)
            } catch {
                // The host fails the invocation, and retries by its policy, only on a status that is not 2xx (§8.6).
                context.logger.error("The function failed.", metadata: ["error": "\(error)"])
                return .refusal(
                    .internalServerError, "Internal server error", code: "internal_error", correlationID: id)
            }
        }
    }

    private func forward(
        _ function: FunctionDefinition, _ values: RouteValues, _ request: HandlerRequest, limit: Int
    ) async -> HandlerResponse {
        let id = request.invocationID ?? UUID().uuidString.lowercased()
        let context = context(function, id, nil, request)
        guard let http = function.http, let method = HTTPRequest.Method(rawValue: request.method.rawValue) else {
            return refuse(.badRequest, "The method is not valid", "bad_request", function, id)
        }
        guard request.body.count <= limit else {
            return refuse(.payloadTooLarge, "The request is too large", "payload_too_large", function, id)
        }
        var fields = HTTPFields()
        for (name, value) in request.headers {
            guard let name = HTTPField.Name(name) else { continue }
            fields.append(HTTPField(name: name, value: value))
        }
        let incoming = FunctionRequest(
            method: method, url: request.target,
            parameters: RouteParameters(values.compactMap { value in value.value.map { (value.name, $0) } }),
            query: QueryParameters(target: request.target), fields: .plain(fields),
            body: body(of: request, http.transport, limit))
        return plain(await answer(http, incoming, context).response ?? .status(.noContent), context)
    }

    private func body(of request: HandlerRequest, _ transport: HTTPTransport, _ limit: Int) -> RequestBody {
        if let stream = request.stream { return RequestBody(StreamedBody(limit: limit, next: stream)) }
        guard transport.streaming.contains(.request), !request.body.isEmpty else { return RequestBody(request.body) }
        let rest = Mutex<[UInt8]?>(request.body)
        return RequestBody(StreamedBody(limit: limit) { rest.withLock { $0.take() } })
    }

    /// A function's own answer, when it was called as plain HTTP.
    private func plain(_ response: FunctionResponse, _ context: InvocationContext) -> HandlerResponse {
        guard var answer = HandlerResponse(plain: response) else {
            context.logger.error(
                "The answer cannot be sent: its status is not final.", metadata: ["status": "\(response.status.code)"])
            return .refusal(
                .internalServerError, "Internal server error", code: "internal_error",
                correlationID: context.invocationID)
        }
        if let producer = response.producer {
            answer.producer = { writer in
                do {
                    try await producer(writer)
                } catch {
                    context.logger.error("The streamed answer broke off.", metadata: ["error": "\(error)"])
                    throw error
                }
            }
        }
        return answer
    }

    /// Middleware, guards, handler; whatever they throw becomes an answer here.
    private func answer(
        _ http: FunctionDefinition.HTTPWork, _ request: FunctionRequest, _ context: InvocationContext
    ) async -> InvocationOutcome {
        guard let middleware = http.middleware else { return await answerInside(http, request, context) }
        do {
            return try await middleware { await answerInside(http, $0, $1) }(request, context)
        } catch {
            return InvocationOutcome(response: answer(to: error, context))
        }
    }

    private func answerInside(
        _ http: FunctionDefinition.HTTPWork, _ request: FunctionRequest, _ context: InvocationContext
    ) async -> InvocationOutcome {
        do {
            for step in http.guards { try await step.check(request, context) }
            try http.transport.admit(request.body)
            let outcome: InvocationOutcome
            do {
                outcome = try await http.handler(request, context)
            } catch {
                try request.body.confirmRead()
                throw error
            }
            try request.body.confirmRead()
            return outcome
        } catch {
            return InvocationOutcome(response: answer(to: error, context))
        }
    }

    private func answer(to error: any Error, _ context: InvocationContext) -> FunctionResponse {
        switch error {
        case let rejection as Rejection:
            context.logger.notice(
                "The request is refused.",
                metadata: ["code": "\(rejection.code)", "diagnostic": "\(rejection.diagnostic ?? "")"])
            return errors.rejection(rejection, correlationID: context.invocationID)
        case let error as BadRequest:
            context.logger.notice("The request cannot be used.", metadata: ["error": "\(error.message)"])
            return errors.badRequest(error, correlationID: context.invocationID)
        default:
            context.logger.error("The function failed.", metadata: ["error": "\(error)"])
            return errors.failure(error, correlationID: context.invocationID)
        }
    }

    private func encoded(
        _ outcome: InvocationOutcome, _ binding: String, _ context: InvocationContext
    ) -> [UInt8] {
        do throws(UnsayableResponse) {
            return try InvocationResult.bytes(outcome, responseBinding: binding)
        } catch {
            context.logger.error("The answer cannot be sent.", metadata: ["error": "\(error)"])
            let failure = InvocationOutcome(response: errors.failure(error, correlationID: context.invocationID))
            return (try? InvocationResult.bytes(failure, responseBinding: binding)) ?? Array("{}".utf8)
        }
    }

    private func context(
        _ function: FunctionDefinition, _ id: String, _ envelope: Envelope?, _ request: HandlerRequest
    ) -> InvocationContext {
        var logger = logger
        logger[metadataKey: "function"] = "\(function.name)"
        logger[metadataKey: "invocation.id"] = "\(id)"
        var context = InvocationContext(id, function.name, logger, envelope?.retry, envelope)
        context.standIn = standIn
        context.deadline = timeLimit.map { request.arrival + $0.cancellation }
        return context
    }

    private func refuse(
        _ status: HTTPResponseStatus, _ message: String, _ code: String, _ function: FunctionDefinition,
        _ id: String? = nil
    ) -> HandlerResponse {
        logger.warning(
            "An invocation is refused.",
            metadata: ["function": "\(function.name)", "invocation.id": "\(id ?? "none")", "reason": "\(message)"])
        return .refusal(status, message, code: code, correlationID: id)
    }
}
