// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions
import HTTPTypes
import Hummingbird
import NIOCore

/// The public side of the host (host contract §6).
struct FrontEnd: Sendable {
    let hosted: HostedApp
    let admin: AdminEndpoints
    let extensions: ExtensionEndpoints
    let page: DevelopmentPage
    let keys: KeyRing
    let cors: CORSPolicy
    let throttle: RequestThrottle
    let showsHomePage: Bool

    /// Answers a request.
    ///
    /// - Parameters:
    ///   - request: The request.
    ///   - context: Its connection.
    ///   - token: Kept until a streamed answer has ended; any other answer has all it needs.
    /// - Returns: The answer, also when something went wrong.
    func respond(to request: Request, context: HostRequestContext, holding token: WorkToken?) async -> Response {
        let (path, query) = Self.target(request)
        if DevelopmentPage.owns(path) { return await development(request, path: path, query: query, context) }
        if let fields = cors.preflight(request.head) { return Response(status: .noContent, headers: fields) }
        var response = await answer(request, path: path, query: query, context, token)
        // A name that is there twice would be two values for some clients and one for others.
        for header in hosted.configuration.http.customHeaders {
            if let name = HTTPField.Name(header.name) { response.headers[name] = header.value }
        }
        if let fields = cors.headers(origin: request.headers[.origin]) { response.headers.append(contentsOf: fields) }
        return response
    }

    private static func target(_ request: Request) -> (path: String, query: String) {
        let target = request.head.path ?? "/"
        guard let mark = target.utf8.firstIndex(of: UInt8(ascii: "?")) else { return (target, "") }
        return (String(target[..<mark]), String(target[mark...]))
    }

    private func answer(
        _ request: Request, path: String, query: String, _ context: HostRequestContext, _ token: WorkToken?
    ) async -> Response {
        let method = request.method.rawValue
        // The header wins over the query (host contract §6.2).
        let key = request.headers[.functionsKey] ?? Self.code(query)
        if path.hasPrefix(ignoringCase: "/admin/") {
            return await administration(request, path: path, keys.caller(key: key, function: nil))
        }
        if let offline = hosted.offline.answer { return Self.response(offline) }
        if ExtensionEndpoints.owns(path) {
            guard isOpen(path, key: key) else { return Response(status: .unauthorized) }
            return await extended(request, path: path, query: query, context)
        }
        guard let match = hosted.routes.match(method: method, path: path) else {
            return Self.response(path == "/" && method == "GET" ? homePage : HTTPAnswer(status: 404))
        }
        let caller = keys.caller(key: key, function: match.value.name)
        // An administrator may try out a disabled function, where there is a way to be one.
        guard !match.value.isDisabled || keys.isEnforced && caller.level == .admin else {
            return Self.response(.notFound)
        }
        guard let http = match.value.http, caller.level.allows(http.authLevel) else {
            return Response(status: .unauthorized)
        }
        guard let place = await throttle.place() else { return Response(status: .tooManyRequests) }
        if hosted.configuration.httpMode == .proxying, match.value.isHTTPInAndOut {
            let client = client(match, request, path: path, query: query, body: [], caller)
            // A stream is under way until its last byte.
            return await hosted.invoker.proxy(
                match.value, client, body: request.body, remoteAddress: context.remoteAddress, holding: (place, token))
        }
        guard let collected = await collect(request) else { return Response(status: .contentTooLarge) }
        // Only a body of a known length reaches the handler (host contract §4.3, §7.2).
        let body = request.headers[.contentLength] == nil ? [] : collected
        let client = client(match, request, path: path, query: query, body: body, caller)
        defer { withExtendedLifetime(place) {} }
        return Self.response(await hosted.invoker.http(match.value, client))
    }

    private func client(
        _ match: (value: FunctionMetadata, parameters: RouteValues), _ request: Request, path: String, query: String,
        body: [UInt8], _ caller: Caller
    ) -> ClientRequest {
        let authority = request.head.authority ?? "localhost"
        return ClientRequest(
            scheme: "http", authority: authority, method: request.method.rawValue, path: path, query: query,
            headers: Self.headers(request, authority: authority), body: body, parameters: match.parameters,
            caller: caller)
    }

    /// With `Host` first, and the cookies, which may come in several fields, as one at the end.
    private static func headers(_ request: Request, authority: String) -> [ClientRequest.Header] {
        var headers = [ClientRequest.Header(name: "Host", value: authority)]
        headers.reserveCapacity(request.headers.count + 1)
        var hasCookie = false
        for field in request.headers {
            if field.name == .cookie {
                hasCookie = true
            } else {
                headers.append(.init(field))
            }
        }
        if hasCookie, let cookie = request.headers[.cookie] { headers.append(.init(name: "Cookie", value: cookie)) }
        return headers
    }

    private func administration(
        _ request: Request, path: String, _ caller: Caller
    ) async -> Response {
        let isFree = ["/admin/host/ping", "/admin/warmup"].contains(path.lowercased())
        guard isFree || caller.level == .admin else { return Response(status: .unauthorized) }
        guard let body = await collect(request) else { return Response(status: .contentTooLarge) }
        let answer = admin.answer(
            method: request.method.rawValue, path: path, baseURL: "http://\(request.head.authority ?? "localhost")",
            body: body)
        return Self.response(answer ?? HTTPAnswer(status: 404))
    }

    /// Whether a key opens a webhook (host contract §6.3); the other endpoints look after themselves.
    private func isOpen(_ path: String, key: String?) -> Bool {
        let parts = path.lowercased().split(separator: "/")
        guard parts.count > 2, parts[0] == "runtime" else { return true }
        return keys.opensWebhook(key: key, of: String(parts[2]))
    }

    private func extended(
        _ request: Request, path: String, query: String, _ context: HostRequestContext
    ) async -> Response {
        guard let body = await collect(request) else { return Response(status: .contentTooLarge) }
        let answer = await extensions.answer(
            extensionRequest(request, path: path, query: query, body: body, context))
        return Self.response(answer ?? HTTPAnswer(status: 404))
    }

    func extensionRequest(
        _ request: Request, path: String, query: String, body: [UInt8], _ context: HostRequestContext
    ) -> ExtensionRequest {
        var headers = [ClientRequest.Header(name: "Host", value: request.head.authority ?? "")]
        headers += request.headers.map { .init($0) }
        return ExtensionRequest(
            method: request.method.rawValue, path: path, query: query, headers: headers, body: body,
            isLocal: LoopbackName.isLoopback(authority: context.remoteAddress.map { "[\($0)]" } ?? ""))
    }

    private var homePage: HTTPAnswer { showsHomePage ? HomePage.answer : HTTPAnswer(status: 204) }

    func collect(_ request: Request, upTo limit: Int? = nil) async -> [UInt8]? {
        let limit = limit ?? hosted.configuration.maximumBodySize
        if let length = request.headers[.contentLength].flatMap(Int.init), length > limit { return nil }
        guard let buffer = try? await request.body.collect(upTo: limit) else { return nil }
        return Array(buffer.readableBytesView)
    }

    private static func code(_ query: String) -> String? {
        query.dropFirst().split(separator: "&").first { $0.lowercased().hasPrefix("code=") }.map {
            PercentDecoding.query($0.dropFirst(5))
        }
    }

    static func response(_ answer: HTTPAnswer) -> Response {
        var fields = HTTPFields()
        for header in answer.headers {
            if let name = HTTPField.Name(header.name) { fields.append(HTTPField(name: name, value: header.value)) }
        }
        // These never have a body (RFC 9110 §6.4.1).
        let isBodiless = answer.status == 204 || answer.status == 304 || answer.body.isEmpty
        return Response(
            status: HTTPResponse.Status(code: min(answer.status, 999)), headers: fields,
            body: isBodiless ? ResponseBody() : ResponseBody(byteBuffer: ByteBuffer(bytes: answer.body)))
    }
}
