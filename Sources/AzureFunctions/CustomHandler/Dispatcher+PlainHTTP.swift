// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
import HTTPTypes
import Logging
import NIOHTTP1
import StrictJSON
import Synchronization

/// Requests that the host forwards or proxies (host contract §4.3, §4.4).
extension Dispatcher {
    func forward(
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
        let incoming = FunctionRequest(
            method: method, url: request.target,
            parameters: RouteParameters(values.compactMap { value in value.value.map { (value.name, $0) } }),
            query: QueryParameters(target: request.target), fields: .wire(request.headers),
            body: body(of: request, http.transport, limit))
        return await observe(function, context, since: request.arrival) {
            let outcome = await answer(http, incoming, context)
            return (plain(outcome.response ?? .status(.noContent), context), outcome.ending)
        }
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
}
