// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions
import HTTPTypes
import Hummingbird
import NIOCore

/// The public side of the host (host contract §6).
struct FrontEnd: HTTPResponder {
    let hosted: HostedApp
    let admin: AdminEndpoints
    let extensions: ExtensionEndpoints
    let callers: CallerCheck
    let cors: CORSPolicy
    let limit: RequestLimit
    let showsHomePage: Bool

    func respond(to request: Request, context: HostRequestContext) async throws -> Response {
        if let fields = cors.preflight(request.head) { return Response(status: .noContent, headers: fields) }
        var response = await answer(request, context)
        if let fields = cors.headers(origin: request.headers[.origin]) { response.headers.append(contentsOf: fields) }
        return response
    }

    private func answer(_ request: Request, _ context: HostRequestContext) async -> Response {
        let target = request.head.path ?? "/"
        let path = String(target.prefix { $0 != "?" })
        let query = String(target.dropFirst(path.count))
        let method = request.method.rawValue
        let level = callers.level(
            header: request.headers[.functionsKey], code: Self.code(query))
        if path.lowercased().hasPrefix("/admin/") {
            return await administration(request, path: path, level: level, context)
        }
        if ExtensionEndpoints.owns(path) {
            return await extended(request, path: path, query: query, context)
        }
        guard let match = hosted.routes.match(method: method, path: path), !match.value.isDisabled else {
            return Self.response(path == "/" && method == "GET" ? homePage : HTTPAnswer(status: 404))
        }
        guard let http = match.value.http, callers.allows(level, http.authLevel) else {
            return Response(status: .unauthorized)
        }
        guard limit.enter() else { return Response(status: .tooManyRequests) }
        defer { limit.leave() }
        return await invoke(match, request, path: path, query: query, level: level ?? "Anonymous", context)
    }

    private func invoke(
        _ match: (value: FunctionMetadata, parameters: RouteValues), _ request: Request, path: String, query: String,
        level: String, _ context: HostRequestContext
    ) async -> Response {
        let isProxied = hosted.configuration.httpMode == .proxying && match.value.isHTTPInAndOut
        var body: [UInt8] = []
        if !isProxied {
            guard let collected = await collect(request) else { return Response(status: .contentTooLarge) }
            // Only a body of a known length reaches the handler (host contract §4.3, §7.2).
            if request.headers[.contentLength] != nil { body = collected }
        }
        var headers = [ClientRequest.Header(name: "Host", value: request.head.authority ?? "localhost")]
        headers += request.headers.filter { $0.name != .cookie }.map { .init(name: $0.name.rawName, value: $0.value) }
        if let cookie = request.headers[.cookie] { headers.append(.init(name: "Cookie", value: cookie)) }
        let client = ClientRequest(
            scheme: "http", authority: request.head.authority ?? "localhost", method: request.method.rawValue,
            path: path,
            query: query, headers: headers, body: body, parameters: match.parameters, callerLevel: level)
        if isProxied {
            return await hosted.invoker.proxy(
                match.value, client, body: request.body, remoteAddress: context.remoteAddress)
        }
        return Self.response(await hosted.invoker.http(match.value, client))
    }

    private func administration(
        _ request: Request, path: String, level: String?, _ context: HostRequestContext
    ) async -> Response {
        let isPing = path.lowercased() == "/admin/host/ping"
        guard isPing || callers.allows(level, .admin) else { return Response(status: .unauthorized) }
        guard let body = await collect(request) else { return Response(status: .contentTooLarge) }
        let answer = admin.answer(
            method: request.method.rawValue, path: path, baseURL: "http://\(request.head.authority ?? "localhost")",
            body: body)
        return Self.response(answer ?? HTTPAnswer(status: 404))
    }

    private func extended(
        _ request: Request, path: String, query: String, _ context: HostRequestContext
    ) async -> Response {
        guard let body = await collect(request) else { return Response(status: .contentTooLarge) }
        var headers = [ClientRequest.Header(name: "Host", value: request.head.authority ?? "")]
        headers += request.headers.map { .init(name: $0.name.rawName, value: $0.value) }
        let answer = await extensions.answer(
            ExtensionRequest(
                method: request.method.rawValue, path: path, query: query, headers: headers, body: body,
                isLocal: LoopbackName.isLoopback(authority: context.remoteAddress.map { "[\($0)]" } ?? "")))
        return Self.response(answer ?? HTTPAnswer(status: 404))
    }

    private var homePage: HTTPAnswer { showsHomePage ? HomePage.answer : HTTPAnswer(status: 204) }

    private func collect(_ request: Request) async -> [UInt8]? {
        if let length = request.headers[.contentLength].flatMap(Int.init), length > hosted.configuration.maximumBodySize
        {
            return nil
        }
        guard let buffer = try? await request.body.collect(upTo: hosted.configuration.maximumBodySize) else {
            return nil
        }
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
