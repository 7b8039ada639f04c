// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import HTTPTypes
import StrictJSON

/// Registers an HTTP function, whichever way it was declared.
struct HTTPDeclaration: Sendable {
    let options: HTTPTriggerOptions
    var inputs: [Binding] = []
    var outputs: [Binding] = [.httpResponse]
    let handler: FunctionParts.HTTPHandler

    func register(
        _ name: String, _ retry: RetryPolicy? = nil, _ site: DeclarationSite,
        in registration: inout Registration, inheriting inherited: Inheritance
    ) {
        let route = joinedRoute(inherited.routePrefix, options.route ?? name)
        for step in inherited.guards + options.guards { registration.use(step, by: name, at: site) }
        guard let response = outputs.first(where: { $0.type == "http" }) else {
            registration.report(
                Problem(.binding, "\(name): an HTTP function answers; add `.http` to its outputs.", at: site))
            return
        }
        var trigger: JSONObject = [
            "authLevel": .string((options.authLevel ?? inherited.authLevel).rawValue), "route": .string(route),
        ]
        if !options.methods.isEmpty {
            trigger["methods"] = .array(options.methods.map { .string($0.rawValue.lowercased()) })
        }
        registration.add(
            FunctionDefinition(
                name: name,
                bindings: [Binding(type: "httpTrigger", name: "req", direction: .in, fields: trigger)]
                    + inputs + outputs,
                retry: retry, site: site,
                work: .http(
                    FunctionDefinition.HTTPWork(
                        route: route, methods: options.methods.map { $0.rawValue.uppercased() },
                        guards: inherited.guards, middleware: inherited.middleware.aroundHTTP, handler: handler,
                        responseBinding: response.name,
                        isHTTPInAndOut: inputs.isEmpty && outputs.count == 1, transport: options.transport)),
                execution: options.execution ?? inherited.execution))
    }
}
