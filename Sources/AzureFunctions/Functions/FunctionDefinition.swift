// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// A function as the runtime and the manifest see it: a plain value, whatever declared it.
struct FunctionDefinition: Sendable {
    let name: String
    /// The trigger comes first.
    let bindings: [Binding]
    var retry: RetryPolicy?
    let site: DeclarationSite
    let work: Work
    /// Nil for the app's.
    var execution: Execution?

    /// What is counted; nil while nothing is.
    var instruments: FunctionInstruments?

    /// What is done when the host calls.
    enum Work: Sendable {
        case http(HTTPWork)
        case event(FunctionParts.EventHandler)
    }

    struct HTTPWork: Sendable {
        let route: String
        let methods: [String]
        let guards: [GuardStep]
        let middleware: (@Sendable (@escaping FunctionParts.HTTPHandler) -> FunctionParts.HTTPHandler)?
        let handler: FunctionParts.HTTPHandler
        /// The name of the `http` output.
        let responseBinding: String
        /// Exactly one trigger and one `http` output: such functions are forwarded or proxied (host contract §4.1).
        let isHTTPInAndOut: Bool
        var transport = HTTPTransport()
    }

    var http: HTTPWork? { if case .http(let work) = work { work } else { nil } }
}
