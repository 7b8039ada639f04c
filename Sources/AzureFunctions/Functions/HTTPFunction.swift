// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

public import HTTPTypes
import StrictJSON

/// A function that answers HTTP requests.
public struct HTTPFunction: BlueprintItem {
    /// What a handler without guard value looks like.
    public typealias Handler = @Sendable (FunctionRequest, InvocationContext) async throws -> FunctionResponse

    private let name: String
    private let route: String?
    private let methods: [HTTPRequest.Method]
    private let authLevel: AuthLevel?
    private let requestGuard: GuardStep?
    private let handler: Handler
    private let site: DeclarationSite

    /// Declares a function without guard of its own.
    ///
    /// - Parameters:
    ///   - name: Letters, digits, `-` and `_`; unique in the app, ignoring case.
    ///   - route: A template such as `items/{id:int}`, after the prefixes of blueprints; the name when nil.
    ///   - methods: The methods that reach the function; all when empty.
    ///   - authLevel: The key that the host asks for; nil inherits from blueprint and app.
    ///   - fileID: The place, for messages.
    ///   - line: The place, for messages.
    ///   - handler: Answers a request. What it throws becomes a 500 with a correlation id; the error's text goes to the
    ///     log only.
    public init(
        _ name: String, route: String? = nil, methods: [HTTPRequest.Method] = [], authLevel: AuthLevel? = nil,
        fileID: StaticString = #fileID, line: UInt = #line, handler: @escaping Handler
    ) {
        self.name = name
        self.route = route
        self.methods = methods
        self.authLevel = authLevel
        requestGuard = nil
        self.handler = handler
        site = DeclarationSite(fileID: fileID, line: line)
    }

    /// Declares a guarded function, whose handler gets what the guard found out.
    ///
    /// - Parameters:
    ///   - name: Letters, digits, `-` and `_`; unique in the app, ignoring case.
    ///   - route: A template such as `items/{id:int}`, after the prefixes of blueprints; the name when nil.
    ///   - methods: The methods that reach the function; all when empty.
    ///   - authLevel: The key that the host asks for; nil inherits from blueprint and app.
    ///   - requestGuard: Runs before the handler and before the body is decoded; its refusal is the answer.
    ///   - fileID: The place, for messages.
    ///   - line: The place, for messages.
    ///   - handler: Answers a request that the guard let through. What it throws becomes a 500 with a correlation id;
    ///     the error's text goes to the log only.
    public init<Guard: RequestGuard>(
        _ name: String, route: String? = nil, methods: [HTTPRequest.Method] = [], authLevel: AuthLevel? = nil,
        guardedBy requestGuard: Guard, fileID: StaticString = #fileID, line: UInt = #line,
        handler: @escaping @Sendable (FunctionRequest, Guard.Value, InvocationContext) async throws -> FunctionResponse
    ) {
        self.name = name
        self.route = route
        self.methods = methods
        self.authLevel = authLevel
        self.requestGuard = GuardStep(requestGuard)
        self.handler = { request, context in
            try await handler(request, try await requestGuard.check(request, context), context)
        }
        site = DeclarationSite(fileID: fileID, line: line)
    }

    /// Adds this function.
    ///
    /// - Parameters:
    ///   - registration: Where functions and problems are collected.
    ///   - inherited: What the surrounding blueprints say.
    public func register(in registration: inout Registration, inheriting inherited: Inheritance) {
        let name = inherited.namePrefix + name
        let route = joinedRoute(inherited.routePrefix, route ?? name)
        for step in inherited.guards + [requestGuard].compactMap(\.self) {
            registration.use(step, by: name, at: site)
        }
        var trigger: JSONObject = ["authLevel": .string((authLevel ?? inherited.authLevel).rawValue)]
        trigger["route"] = .string(route)
        if !methods.isEmpty {
            trigger["methods"] = .array(methods.map { .string($0.rawValue.lowercased()) })
        }
        registration.add(
            FunctionDefinition(
                name: name,
                bindings: [
                    Binding(type: "httpTrigger", name: "req", direction: .in, fields: trigger),
                    Binding(type: "http", name: "res", direction: .out),
                ],
                site: site,
                work: .http(
                    FunctionDefinition.HTTPWork(
                        route: route, methods: methods.map { $0.rawValue.uppercased() }, guards: inherited.guards,
                        handler: handler, isHTTPInAndOut: true))))
    }
}
