// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

public import HTTPTypes

/// HTTP functions with inputs, and with outputs beside the answer.
extension HTTPFunction {
    /// Declares a function that sends to outputs beside its answer.
    ///
    /// - Parameters:
    ///   - name: Letters, digits, `-` and `_`; unique in the app, ignoring case.
    ///   - route: A template such as `items/{id:int}`, after the prefixes of blueprints; the name when nil.
    ///   - methods: The methods that reach the function; all when empty.
    ///   - authLevel: The key that the host asks for; nil inherits from blueprint and app.
    ///   - output: Where the second part of the result goes.
    ///   - fileID: The place, for messages.
    ///   - line: The place, for messages.
    ///   - handler: Answers a request, with what goes to the outputs. What it throws becomes a 500 with a
    ///     correlation id, and nothing is sent; the error's text goes to the log only.
    public init<Value>(
        _ name: String, route: String? = nil, methods: [HTTPRequest.Method] = [], authLevel: AuthLevel? = nil,
        sending output: Output<Value>,
        fileID: StaticString = #fileID, line: UInt = #line,
        handler: @escaping @Sendable (FunctionRequest, InvocationContext) async throws -> (FunctionResponse, Value)
    ) {
        self.init(
            name, HTTPTriggerOptions(route: route, methods: methods, authLevel: authLevel),
            DeclarationSite(fileID: fileID, line: line), .none, output
        ) { request, _, context in
            try await handler(request, context)
        }
    }

    /// Declares a function for which the host reads inputs.
    ///
    /// - Parameters:
    ///   - name: Letters, digits, `-` and `_`; unique in the app, ignoring case.
    ///   - route: A template such as `items/{id:int}`, after the prefixes of blueprints; the name when nil.
    ///   - methods: The methods that reach the function; all when empty.
    ///   - authLevel: The key that the host asks for; nil inherits from blueprint and app.
    ///   - input: What the host reads before.
    ///   - fileID: The place, for messages.
    ///   - line: The place, for messages.
    ///   - handler: Answers a request. What it throws becomes a 500 with a
    ///     correlation id; the error's text goes to the log only.
    public init<Read>(
        _ name: String, route: String? = nil, methods: [HTTPRequest.Method] = [], authLevel: AuthLevel? = nil,
        reading input: Input<Read>,
        fileID: StaticString = #fileID, line: UInt = #line,
        handler: @escaping @Sendable (FunctionRequest, Read, InvocationContext) async throws -> FunctionResponse
    ) {
        self.init(
            name, HTTPTriggerOptions(route: route, methods: methods, authLevel: authLevel),
            DeclarationSite(fileID: fileID, line: line), input, .none
        ) { request, input, context in
            (try await handler(request, input, context), ())
        }
    }

    /// Declares a function for which the host reads inputs and that sends to outputs beside its answer.
    ///
    /// - Parameters:
    ///   - name: Letters, digits, `-` and `_`; unique in the app, ignoring case.
    ///   - route: A template such as `items/{id:int}`, after the prefixes of blueprints; the name when nil.
    ///   - methods: The methods that reach the function; all when empty.
    ///   - authLevel: The key that the host asks for; nil inherits from blueprint and app.
    ///   - input: What the host reads before.
    ///   - output: Where the second part of the result goes.
    ///   - fileID: The place, for messages.
    ///   - line: The place, for messages.
    ///   - handler: Answers a request, with what goes to the outputs. What it throws becomes a 500 with a
    ///     correlation id, and nothing is sent; the error's text goes to the log only.
    public init<Read, Value>(
        _ name: String, route: String? = nil, methods: [HTTPRequest.Method] = [], authLevel: AuthLevel? = nil,
        reading input: Input<Read>, sending output: Output<Value>,
        fileID: StaticString = #fileID, line: UInt = #line,
        handler:
            @escaping @Sendable (FunctionRequest, Read, InvocationContext) async throws -> (FunctionResponse, Value)
    ) {
        self.init(
            name, HTTPTriggerOptions(route: route, methods: methods, authLevel: authLevel),
            DeclarationSite(fileID: fileID, line: line), input, output
        ) { request, input, context in
            try await handler(request, input, context)
        }
    }

    /// Declares a guarded function that sends to outputs beside its answer.
    ///
    /// - Parameters:
    ///   - name: Letters, digits, `-` and `_`; unique in the app, ignoring case.
    ///   - route: A template such as `items/{id:int}`, after the prefixes of blueprints; the name when nil.
    ///   - methods: The methods that reach the function; all when empty.
    ///   - authLevel: The key that the host asks for; nil inherits from blueprint and app.
    ///   - requestGuard: Runs before the handler and before the body is decoded; its refusal is the answer.
    ///   - output: Where the second part of the result goes.
    ///   - fileID: The place, for messages.
    ///   - line: The place, for messages.
    ///   - handler: Answers a request that the guard let through, with what goes to the outputs. What it throws becomes a
    ///     500 with a correlation id, and nothing is sent; the error's text goes to the log only.
    public init<Guard: RequestGuard, Value>(
        _ name: String, route: String? = nil, methods: [HTTPRequest.Method] = [], authLevel: AuthLevel? = nil,
        guardedBy requestGuard: Guard, sending output: Output<Value>,
        fileID: StaticString = #fileID, line: UInt = #line,
        handler:
            @escaping @Sendable (FunctionRequest, Guard.Value, InvocationContext) async throws -> (
                FunctionResponse, Value
            )
    ) {
        self.init(
            name,
            HTTPTriggerOptions(route: route, methods: methods, authLevel: authLevel, guards: [GuardStep(requestGuard)]),
            DeclarationSite(fileID: fileID, line: line), .none, output
        ) { request, _, context in
            try await handler(request, try await requestGuard.judge(request, context), context)
        }
    }

    /// Declares a guarded function for which the host reads inputs.
    ///
    /// - Parameters:
    ///   - name: Letters, digits, `-` and `_`; unique in the app, ignoring case.
    ///   - route: A template such as `items/{id:int}`, after the prefixes of blueprints; the name when nil.
    ///   - methods: The methods that reach the function; all when empty.
    ///   - authLevel: The key that the host asks for; nil inherits from blueprint and app.
    ///   - requestGuard: Runs before the handler and before the body is decoded; its refusal is the answer.
    ///   - input: What the host reads before.
    ///   - fileID: The place, for messages.
    ///   - line: The place, for messages.
    ///   - handler: Answers a request that the guard let through. What it throws becomes a 500 with a
    ///     correlation id; the error's text goes to the log only.
    public init<Guard: RequestGuard, Read>(
        _ name: String, route: String? = nil, methods: [HTTPRequest.Method] = [], authLevel: AuthLevel? = nil,
        guardedBy requestGuard: Guard, reading input: Input<Read>,
        fileID: StaticString = #fileID, line: UInt = #line,
        handler:
            @escaping @Sendable (FunctionRequest, Guard.Value, Read, InvocationContext) async throws -> FunctionResponse
    ) {
        self.init(
            name,
            HTTPTriggerOptions(route: route, methods: methods, authLevel: authLevel, guards: [GuardStep(requestGuard)]),
            DeclarationSite(fileID: fileID, line: line), input, .none
        ) { request, input, context in
            (try await handler(request, try await requestGuard.judge(request, context), input, context), ())
        }
    }

    /// Declares a guarded function for which the host reads inputs and that sends to outputs beside its answer.
    ///
    /// - Parameters:
    ///   - name: Letters, digits, `-` and `_`; unique in the app, ignoring case.
    ///   - route: A template such as `items/{id:int}`, after the prefixes of blueprints; the name when nil.
    ///   - methods: The methods that reach the function; all when empty.
    ///   - authLevel: The key that the host asks for; nil inherits from blueprint and app.
    ///   - requestGuard: Runs before the handler and before the body is decoded; its refusal is the answer.
    ///   - input: What the host reads before.
    ///   - output: Where the second part of the result goes.
    ///   - fileID: The place, for messages.
    ///   - line: The place, for messages.
    ///   - handler: Answers a request that the guard let through, with what goes to the outputs. What it throws becomes a
    ///     500 with a correlation id, and nothing is sent; the error's text goes to the log only.
    public init<Guard: RequestGuard, Read, Value>(
        _ name: String, route: String? = nil, methods: [HTTPRequest.Method] = [], authLevel: AuthLevel? = nil,
        guardedBy requestGuard: Guard, reading input: Input<Read>, sending output: Output<Value>,
        fileID: StaticString = #fileID, line: UInt = #line,
        handler:
            @escaping @Sendable (FunctionRequest, Guard.Value, Read, InvocationContext) async throws -> (
                FunctionResponse, Value
            )
    ) {
        self.init(
            name,
            HTTPTriggerOptions(route: route, methods: methods, authLevel: authLevel, guards: [GuardStep(requestGuard)]),
            DeclarationSite(fileID: fileID, line: line), input, output
        ) { request, input, context in
            try await handler(request, try await requestGuard.judge(request, context), input, context)
        }
    }

    private init<Read, Value>(
        _ name: String, _ options: HTTPTriggerOptions, _ site: DeclarationSite, _ input: Input<Read>,
        _ output: Output<Value>,
        handler:
            @escaping @Sendable (FunctionRequest, Read, InvocationContext) async throws -> (FunctionResponse, Value)
    ) {
        let inputs = BindingDeclaration.resolve(input.bindings, .in)
        let outputs = BindingDeclaration.resolve(output.bindings, .out)
        let inputNames = inputs.map(\.name)[...]
        let outputNames = outputs.map(\.name)[...]
        self.init(
            name, options, site, inputs: inputs, outputs: [.httpResponse] + outputs,
            problems: input.problems + output.problems
        ) { request, context in
            let (response, value) = try await handler(request, try input.read(context.data, inputNames), context)
            var outcome = InvocationOutcome(response: response)
            try output.write(value, outputNames, &outcome)
            return outcome
        }
    }
}
