// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

public import HTTPTypes

extension Trigger where Payload == FunctionRequest {
    /// An HTTP request; ``HTTPFunction`` is the short way for functions that only answer.
    ///
    /// - Parameters:
    ///   - route: A template such as `items/{id:int}`, after the prefixes of blueprints; the name when nil.
    ///   - methods: The methods that reach the function; all when empty.
    ///   - authLevel: The key that the host asks for; nil inherits from blueprint and app.
    /// - Returns: The trigger.
    public static func http(
        route: String? = nil, methods: [HTTPRequest.Method] = [], authLevel: AuthLevel? = nil
    ) -> Trigger {
        Trigger(
            Binding(type: "httpTrigger", name: "req", direction: .in),
            source: .http(HTTPTriggerOptions(route: route, methods: methods, authLevel: authLevel)) { request, _ in
                request
            })
    }
}

extension Trigger {
    /// An HTTP request that a guard let through, with what the guard found out.
    ///
    /// - Parameters:
    ///   - route: A template such as `items/{id:int}`, after the prefixes of blueprints; the name when nil.
    ///   - methods: The methods that reach the function; all when empty.
    ///   - authLevel: The key that the host asks for; nil inherits from blueprint and app.
    ///   - requestGuard: Runs before the handler and before the body is decoded; its refusal is the answer.
    /// - Returns: The trigger.
    public static func http<Guard: RequestGuard>(
        route: String? = nil, methods: [HTTPRequest.Method] = [], authLevel: AuthLevel? = nil,
        guardedBy requestGuard: Guard
    ) -> Trigger where Payload == (FunctionRequest, Guard.Value) {
        let options = HTTPTriggerOptions(
            route: route, methods: methods, authLevel: authLevel, guards: [GuardStep(requestGuard)])
        return Trigger(
            Binding(type: "httpTrigger", name: "req", direction: .in),
            source: .http(options) { request, context in
                (request, try await requestGuard.judge(request, context))
            })
    }
}
