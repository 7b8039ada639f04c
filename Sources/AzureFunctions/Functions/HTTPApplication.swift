// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

public import HTTPTypes

/// Mounts a whole HTTP application, such as a web framework's router, as one function on a catch-all route.
///
/// ```swift
/// HTTPApplication("web", authLevel: .anonymous) { request, body, context in
///     var response = HTTPResponse(status: .ok)
///     response.headerFields[.contentType] = "text/plain"
///     return FunctionResponse(response, body: Array("You asked for \(request.path ?? "/")".utf8))
/// }
/// ```
///
/// Mount it where it is the only function, or give it a name that sorts after those of others: the host takes the first
/// match in the order of names (host contract §5.2). Binary answers, several cookies and streaming need
/// `enableForwardingHttpRequest` or `enableProxyingHttpRequest` in host.json.
public struct HTTPApplication: BlueprintItem {
    /// Answers a request; gets what stands before the body, the body, and the invocation.
    public typealias Respond =
        @Sendable (HTTPRequest, RequestBody, InvocationContext) async throws -> FunctionResponse

    /// The methods that the host can route to a function.
    public static let allMethods: [HTTPRequest.Method] = [.get, .post, .put, .patch, .delete, .head, .options]

    private let function: HTTPFunction

    /// Declares an application.
    ///
    /// - Parameters:
    ///   - name: Letters, digits, `-` and `_`; unique in the app, ignoring case.
    ///   - route: A template with a catch-all at its end, after the prefixes of blueprints.
    ///   - methods: The methods that reach the application.
    ///   - authLevel: The key that the host asks for; nil inherits from blueprint and app.
    ///   - streaming: Which bodies are streamed; needs plain HTTP, see ``Streaming``.
    ///   - maximumBodySize: The largest body that is accepted, in bytes; nil for the app's limit.
    ///   - fileID: The place, for messages.
    ///   - line: The place, for messages.
    ///   - respond: The application. The request's path is that of the client with its query, route prefix included.
    ///     What it throws becomes a 500 with a correlation id; the error's text goes to the log only.
    public init(
        _ name: String, route: String = "{*path}", methods: [HTTPRequest.Method] = allMethods,
        authLevel: AuthLevel? = nil, streaming: Streaming = [], maximumBodySize: Int? = nil,
        fileID: StaticString = #fileID, line: UInt = #line, respond: @escaping Respond
    ) {
        function = HTTPFunction(
            name, route: route, methods: methods, authLevel: authLevel, streaming: streaming,
            maximumBodySize: maximumBodySize, fileID: fileID, line: line
        ) { request, context in
            try await respond(request.head, request.body, context)
        }
    }

    /// Declares a guarded application.
    ///
    /// - Parameters:
    ///   - name: Letters, digits, `-` and `_`; unique in the app, ignoring case.
    ///   - route: A template with a catch-all at its end, after the prefixes of blueprints.
    ///   - methods: The methods that reach the application.
    ///   - authLevel: The key that the host asks for; nil inherits from blueprint and app.
    ///   - requestGuard: Runs before the application; its refusal is the answer.
    ///   - streaming: Which bodies are streamed; needs plain HTTP, see ``Streaming``.
    ///   - maximumBodySize: The largest body that is accepted, in bytes; nil for the app's limit.
    ///   - fileID: The place, for messages.
    ///   - line: The place, for messages.
    ///   - respond: The application; gets what the guard found out as well. What it throws becomes a 500 with a
    ///     correlation id; the error's text goes to the log only.
    public init<Guard: RequestGuard>(
        _ name: String, route: String = "{*path}", methods: [HTTPRequest.Method] = allMethods,
        authLevel: AuthLevel? = nil, guardedBy requestGuard: Guard, streaming: Streaming = [],
        maximumBodySize: Int? = nil, fileID: StaticString = #fileID, line: UInt = #line,
        respond:
            @escaping @Sendable (HTTPRequest, RequestBody, Guard.Value, InvocationContext) async throws ->
            FunctionResponse
    ) {
        function = HTTPFunction(
            name, route: route, methods: methods, authLevel: authLevel, guardedBy: requestGuard, streaming: streaming,
            maximumBodySize: maximumBodySize, fileID: fileID, line: line
        ) { request, value, context in
            try await respond(request.head, request.body, value, context)
        }
    }

    /// Adds the application as one function.
    ///
    /// - Parameters:
    ///   - registration: Where functions and problems are collected.
    ///   - inherited: What the surrounding blueprints say.
    public func register(in registration: inout Registration, inheriting inherited: Inheritance) {
        function.register(in: &registration, inheriting: inherited)
    }
}
