// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// A function as the runtime and the manifest see it, whatever declared it.
///
/// An object, because every call passes it around.
final class FunctionDefinition: Sendable {
    let name: String
    /// The trigger comes first.
    let bindings: [Binding]
    let retry: RetryPolicy?
    let site: DeclarationSite
    let work: Work
    /// Nil for the app's.
    let execution: Execution?
    /// What is counted; nil while nothing is.
    let instruments: FunctionInstruments?
    /// The work of an HTTP function.
    let http: HTTPWork?

    init(
        name: String, bindings: [Binding], retry: RetryPolicy? = nil, site: DeclarationSite, work: Work,
        execution: Execution? = nil, instruments: FunctionInstruments? = nil
    ) {
        self.name = name
        self.bindings = bindings
        self.retry = retry
        self.site = site
        self.work = work
        self.execution = execution
        self.instruments = instruments
        http = if case .http(let work) = work { work } else { nil }
    }

    /// The same function, counted.
    func observed(by observation: Observation) -> FunctionDefinition {
        FunctionDefinition(
            name: name, bindings: bindings, retry: retry, site: site, work: work, execution: execution,
            instruments: observation.instruments(of: name))
    }

    /// What is done when the host calls.
    enum Work: Sendable {
        case http(HTTPWork)
        case event(FunctionParts.EventHandler)
    }

    final class HTTPWork: Sendable {
        let route: String
        let methods: [String]
        let guards: [GuardStep]
        let middleware: (@Sendable (@escaping FunctionParts.HTTPHandler) -> FunctionParts.HTTPHandler)?
        let handler: FunctionParts.HTTPHandler
        /// The name of the `http` output.
        let responseBinding: String
        /// Exactly one trigger and one `http` output: such functions are forwarded or proxied (host contract §4.1).
        let isHTTPInAndOut: Bool
        let transport: HTTPTransport

        init(
            route: String, methods: [String], guards: [GuardStep],
            middleware: (@Sendable (@escaping FunctionParts.HTTPHandler) -> FunctionParts.HTTPHandler)?,
            handler: @escaping FunctionParts.HTTPHandler, responseBinding: String, isHTTPInAndOut: Bool,
            transport: HTTPTransport
        ) {
            self.route = route
            self.methods = methods
            self.guards = guards
            self.middleware = middleware
            self.handler = handler
            self.responseBinding = responseBinding
            self.isHTTPInAndOut = isHTTPInAndOut
            self.transport = transport
        }
    }
}
