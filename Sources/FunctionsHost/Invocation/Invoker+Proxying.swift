// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions
import FoundationEssentials
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOHTTP1

extension Invoker {
    /// What must last until an answer has been sent.
    typealias Held = (RequestThrottle.Place, WorkToken?)

    /// Passes a request of an HTTP function on, streaming (host contract §4.4); a stream cannot be repeated.
    ///
    /// - Parameters:
    ///   - function: The function.
    ///   - request: The request, without its body.
    ///   - body: The body, read while it is sent.
    ///   - remoteAddress: The client's.
    ///   - held: Let go of at the end of the answer.
    /// - Returns: The answer, which may be a stream.
    func proxy(
        _ function: FunctionMetadata, _ request: ClientRequest, body: RequestBody, remoteAddress: String?,
        holding held: Held
    ) async -> Response {
        let attempt = InvocationTry(id: GUID.random(), retry: nil)
        let invocation = ProxiedInvocation(
            begin(function, attempt, reason: Self.apiReason, details: nil), activity: activity)
        warnAboutProxying(function, request, attempt)
        let start = ContinuousClock.now
        do throws(InvocationFailure) {
            guard request.method != "CONNECT" else { throw InvocationFailure("CONNECT cannot be proxied.") }
            try await waitUntilReady()
            var head = HTTPRequestHead(
                version: .http1_1, method: HTTPMethod(rawValue: request.method), uri: request.path + request.query)
            head.headers = headers(request, id: attempt.id, remoteAddress: remoteAddress)
            trace.message("-> \(request.method) \(head.uri)", head.headers, function, id: attempt.id)
            let exchange = try await exchange(
                head, body: request.hasBody ? body : nil, function, attempt.id, since: start)
            trace.message("<- \(exchange.head.status.code)", exchange.head.headers, function, id: attempt.id)
            return try await response(exchange, invocation, function, attempt.id, since: start, held)
        } catch {
            invocation.failed(error.message)
            return Response(status: .internalServerError)
        }
    }

    private func exchange(
        _ head: HTTPRequestHead, body: RequestBody?, _ function: FunctionMetadata, _ id: String,
        since start: ContinuousClock.Instant
    ) async throws(InvocationFailure) -> ProxiedExchange {
        do throws(HandlerClientError) {
            return try await ProxiedExchange.begin(
                head, body: body, client: supervisor.client, timeout: configuration.functionTimeout)
        } catch {
            throw proxyFailure(error, function, id, since: start)
        }
    }

    /// A function that takes too long costs the process its life in this mode as well.
    private func proxyFailure(
        _ error: any Error, _ function: FunctionMetadata, _ id: String, since start: ContinuousClock.Instant
    ) -> InvocationFailure {
        if (error as? HandlerClientError)?.kind == .timedOut, let limit = configuration.functionTimeout,
            start.duration(to: .now) >= limit
        {
            return timeout(function, id)
        }
        let text = (error as? HandlerClientError)?.message ?? "\(error)"
        return InvocationFailure("Failed to proxy request with ForwarderError: Request (\(text))")
    }

    private static let droppedHeaders = connectionHeaders.union(["host", "forwarded", "cookie"])

    private func headers(_ request: ClientRequest, id: String, remoteAddress: String?) -> HTTPHeaders {
        // What `Connection` names belongs to the connection as well (RFC 9110 §7.6.1).
        let named = request.values("connection").flatMap { $0.split(separator: ",") }.map {
            $0.trimmedASCII.lowercased()
        }
        var headers = HTTPHeaders()
        headers.reserveCapacity(request.headers.count + 8)
        headers.add(name: "Host", value: "127.0.0.1:\(supervisor.client.port)")
        for header in request.headers where !Self.droppedHeaders.contains(header.key) && !named.contains(header.key) {
            headers.add(name: header.name, value: header.value)
        }
        let cookies = request.values("cookie")
        if !cookies.isEmpty { headers.add(name: "Cookie", value: cookies.joined(separator: "; ")) }
        if request.isChunked { headers.replaceOrAdd(name: "Transfer-Encoding", value: "chunked") }
        if let remoteAddress { headers.replaceOrAdd(name: "X-Forwarded-For", value: remoteAddress) }
        headers.replaceOrAdd(name: "X-Forwarded-Host", value: request.authority)
        headers.replaceOrAdd(name: "X-Forwarded-Proto", value: request.scheme)
        HostHeaders.set(id, on: &headers)
        if !headers.contains(name: "x-ms-invocation-id") { headers.add(name: "x-ms-invocation-id", value: id) }
        return headers
    }

    private func warnAboutProxying(_ function: FunctionMetadata, _ request: ClientRequest, _ attempt: InvocationTry) {
        let overwritten = ["x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "forwarded"].filter {
            !request.values($0).isEmpty
        }
        if !overwritten.isEmpty {
            log.quirk(
                .forwardedHeadersOverwritten, function.name,
                "The client sent \(overwritten.joined(separator: ", ")): the host puts its own values in their place, or "
                    + "removes them.", id: attempt.id)
        }
        if !request.values("upgrade").isEmpty {
            log.quirk(
                .upgradeNotProxied, function.name,
                "The client asks for an upgrade (\(request.values("upgrade").joined(separator: ", "))): this host passes the "
                    + "request on without it.", id: attempt.id)
        }
        if function.retry != nil || configuration.retry != nil {
            log.quirk(
                .notRetried, function.name,
                "'\(function.name)' has a retry policy and is proxied: any answer of the handler counts as success, and a "
                    + "stream is not repeated.", id: attempt.id)
        }
    }

    private func response(
        _ exchange: ProxiedExchange, _ invocation: ProxiedInvocation, _ function: FunctionMetadata, _ id: String,
        since start: ContinuousClock.Instant, _ held: Held
    ) async throws(InvocationFailure) -> Response {
        var fields = HTTPFields()
        for header in exchange.head.headers where !Self.connectionHeaders.contains(header.name.lowercaseForm) {
            if let name = HTTPField.Name(header.name) { fields.append(HTTPField(name: name, value: header.value)) }
        }
        let status = HTTPResponse.Status(
            code: min(Int(exchange.head.status.code), 999), reasonPhrase: exchange.head.status.reasonPhrase)
        let length = exchange.head.headers.first(name: "Content-Length").flatMap(Int.init)
        do {
            // An answer that is all here goes out in one piece.
            if let length, let body = try await exchange.takeBody(of: length) {
                invocation.succeeded()
                return Response(status: status, headers: fields, body: ResponseBody(byteBuffer: body))
            }
        } catch {
            throw proxyFailure(error, function, id, since: start)
        }
        return Response(
            status: status, headers: fields,
            body: ResponseBody(contentLength: length) { writer in
                defer { withExtendedLifetime(held) {} }
                do {
                    try await exchange.stream { try await writer.write($0) }
                } catch {
                    invocation.failed(self.proxyFailure(error, function, id, since: start).message)
                    throw error
                }
                invocation.succeeded()
                try await writer.finish(nil)
            })
    }
}
