// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

public import HTTPTypes

/// A function that answers HTTP requests.
///
/// With inputs or outputs beside the answer, use the declarations that read or send (host contract §4.1: the host then
/// always calls by envelope).
public struct HTTPFunction: BlueprintItem {
    /// What a handler without guard value looks like.
    public typealias Handler = @Sendable (FunctionRequest, InvocationContext) async throws -> FunctionResponse

    private let name: String
    private let declaration: HTTPDeclaration
    private let problems: [Problem.Draft]
    private let site: DeclarationSite

    /// Declares a function without guard of its own.
    ///
    /// - Parameters:
    ///   - name: Letters, digits, `-` and `_`; unique in the app, ignoring case.
    ///   - route: A template such as `items/{id:int}`, after the prefixes of blueprints; the name when nil.
    ///   - methods: The methods that reach the function; all when empty.
    ///   - authLevel: The key that the host asks for; nil inherits from blueprint and app.
    ///   - streaming: Which bodies are streamed; needs plain HTTP, see ``Streaming``.
    ///   - maximumBodySize: The largest body that is accepted, in bytes; a larger one gets 413. Nil for the app's limit,
    ///     see ``RuntimeOptions/maximumBodySize``.
    ///   - runsOn: Where the handler runs; nil for the app's choice, see ``RuntimeOptions/runsOn``.
    ///   - fileID: The place, for messages.
    ///   - line: The place, for messages.
    ///   - handler: Answers a request. What it throws becomes a 500 with a correlation id; the error's text goes to the
    ///     log only.
    public init(
        _ name: String, route: String? = nil, methods: [HTTPRequest.Method] = [], authLevel: AuthLevel? = nil,
        streaming: Streaming = [], maximumBodySize: Int? = nil, runsOn: Execution? = nil,
        fileID: StaticString = #fileID, line: UInt = #line, handler: @escaping Handler
    ) {
        self.init(
            name,
            HTTPTriggerOptions(
                route: route, methods: methods, authLevel: authLevel,
                transport: HTTPTransport(streaming: streaming, maximumBodySize: maximumBodySize), execution: runsOn),
            DeclarationSite(fileID: fileID, line: line)
        ) { request, context in
            InvocationOutcome(response: try await handler(request, context))
        }
    }

    /// Declares a guarded function, whose handler gets what the guard found out.
    ///
    /// - Parameters:
    ///   - name: Letters, digits, `-` and `_`; unique in the app, ignoring case.
    ///   - route: A template such as `items/{id:int}`, after the prefixes of blueprints; the name when nil.
    ///   - methods: The methods that reach the function; all when empty.
    ///   - authLevel: The key that the host asks for; nil inherits from blueprint and app.
    ///   - requestGuard: Runs before the handler and before the body is decoded; its refusal is the answer.
    ///   - streaming: Which bodies are streamed; needs plain HTTP, see ``Streaming``.
    ///   - maximumBodySize: The largest body that is accepted, in bytes; a larger one gets 413. Nil for the app's limit,
    ///     see ``RuntimeOptions/maximumBodySize``.
    ///   - runsOn: Where the handler runs; nil for the app's choice, see ``RuntimeOptions/runsOn``.
    ///   - fileID: The place, for messages.
    ///   - line: The place, for messages.
    ///   - handler: Answers a request that the guard let through. What it throws becomes a 500 with a correlation id;
    ///     the error's text goes to the log only.
    public init<Guard: RequestGuard>(
        _ name: String, route: String? = nil, methods: [HTTPRequest.Method] = [], authLevel: AuthLevel? = nil,
        guardedBy requestGuard: Guard, streaming: Streaming = [], maximumBodySize: Int? = nil,
        runsOn: Execution? = nil, fileID: StaticString = #fileID, line: UInt = #line,
        handler: @escaping @Sendable (FunctionRequest, Guard.Value, InvocationContext) async throws -> FunctionResponse
    ) {
        self.init(
            name,
            HTTPTriggerOptions(
                route: route, methods: methods, authLevel: authLevel, guards: [GuardStep(requestGuard)],
                transport: HTTPTransport(streaming: streaming, maximumBodySize: maximumBodySize), execution: runsOn),
            DeclarationSite(fileID: fileID, line: line)
        ) { request, context in
            let value = try await requestGuard.judge(request, context)
            return InvocationOutcome(response: try await handler(request, value, context))
        }
    }

    init(
        _ name: String, _ options: HTTPTriggerOptions, _ site: DeclarationSite, inputs: [Binding] = [],
        outputs: [Binding] = [.httpResponse], problems: [Problem.Draft] = [],
        handler: @escaping FunctionParts.HTTPHandler
    ) {
        self.name = name
        self.site = site
        self.problems = problems
        declaration = HTTPDeclaration(options: options, inputs: inputs, outputs: outputs, handler: handler)
    }

    /// Adds this function.
    ///
    /// - Parameters:
    ///   - registration: Where functions and problems are collected.
    ///   - inherited: What the surrounding blueprints say.
    public func register(in registration: inout Registration, inheriting inherited: Inheritance) {
        let name = inherited.namePrefix + name
        for draft in problems { registration.report(draft.problem(of: name, at: site)) }
        declaration.register(name, nil, site, in: &registration, inheriting: inherited)
    }
}
