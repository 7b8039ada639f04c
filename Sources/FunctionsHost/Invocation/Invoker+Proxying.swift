// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOHTTP1

extension Invoker {
    /// Passes a request of an HTTP function on, streaming (host contract §4.4).
    func proxy(
        _ function: FunctionMetadata, _ request: ClientRequest, body: RequestBody, remoteAddress: String?
    ) async -> Response {
        let answer = await invocation(of: function, reason: Self.apiReason) { attempt throws(InvocationFailure) in
            guard request.method != "CONNECT" else { throw InvocationFailure("CONNECT cannot be proxied.") }
            var head = HTTPRequestHead(
                version: .http1_1, method: HTTPMethod(rawValue: request.method), uri: request.path + request.query)
            head.headers = headers(request, id: attempt.id, remoteAddress: remoteAddress)
            let answer = try await ProxiedRequest(client: supervisor.client, head: head, body: body).send()
            return answer
        }
        guard let answer else { return Response(status: .internalServerError) }
        return response(answer, function)
    }

    private func headers(_ request: ClientRequest, id: String, remoteAddress: String?) -> HTTPHeaders {
        let dropped = Self.connectionHeaders.union(["host", "forwarded", "cookie"])
        // What `Connection` names belongs to the connection as well (RFC 9110 §7.6.1).
        let named = request.values("connection").flatMap { $0.split(separator: ",") }.map {
            $0.trimmedASCII.lowercased()
        }
        var headers = HTTPHeaders()
        headers.add(name: "Host", value: "127.0.0.1:\(supervisor.client.port)")
        for header in request.headers {
            let name = header.name.lowercased()
            if !dropped.contains(name), !named.contains(name) { headers.add(name: header.name, value: header.value) }
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

    private func response(_ answer: ProxiedRequest.Answer, _ function: FunctionMetadata) -> Response {
        var fields = HTTPFields()
        for header in answer.head.headers where !Self.connectionHeaders.contains(header.name.lowercased()) {
            if let name = HTTPField.Name(header.name) { fields.append(HTTPField(name: name, value: header.value)) }
        }
        let status = HTTPResponse.Status(
            code: min(Int(answer.head.status.code), 999), reasonPhrase: answer.head.status.reasonPhrase)
        let length = answer.head.headers.first(name: "Content-Length").flatMap(Int.init)
        return Response(
            status: status, headers: fields,
            body: ResponseBody(contentLength: length) { writer in
                do {
                    try await answer.stream { try await writer.write($0) }
                } catch {
                    log.function(function.name, .error, "The answer of '\(function.name)' broke off: \(error)")
                    throw error
                }
                try await writer.finish(nil)
            })
    }
}
