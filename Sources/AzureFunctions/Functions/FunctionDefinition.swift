// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// A function as the runtime and the manifest see it: a plain value, whatever declared it.
struct FunctionDefinition: Sendable {
    let name: String
    let bindings: [Binding]
    let site: DeclarationSite
    let work: Work

    /// What is done when the host calls.
    enum Work: Sendable {
        case http(HTTPWork)
        /// Takes the invocation's data, returns what goes into the result.
        case event(@Sendable (Envelope, InvocationContext) async throws -> InvocationResult)
    }

    struct HTTPWork: Sendable {
        let route: String
        let methods: [String]
        let guards: [GuardStep]
        let handler: @Sendable (FunctionRequest, InvocationContext) async throws -> FunctionResponse
        /// Exactly one trigger and one `http` output: such functions are forwarded or proxied (host contract §4.1).
        let isHTTPInAndOut: Bool
    }

    var http: HTTPWork? { if case .http(let work) = work { work } else { nil } }
}
