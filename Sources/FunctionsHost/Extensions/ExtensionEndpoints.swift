// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// `/runtime/webhooks/…` and `/_dev/api/…`.
struct ExtensionEndpoints: Sendable {
    let eventGrid: EventGridWebhook
    let mcp: MCPEndpoint
    let development: DevelopmentAPI

    init(_ discovery: FunctionDiscovery, invoker: Invoker, store: LocalStore?) {
        let functions = discovery.functions.filter { !$0.isDisabled }
        eventGrid = EventGridWebhook(functions: functions, invoker: invoker)
        mcp = MCPEndpoint(
            catalog: MCPCatalog(functions), settings: invoker.configuration.extensions.mcp, invoker: invoker)
        development = DevelopmentAPI(
            store: store, eventGridFunctions: invoker.bindings.eventGridFunctions, clock: invoker.clock)
    }

    /// Whether a path belongs to an endpoint of these.
    static func owns(_ path: String) -> Bool {
        path.hasPrefix(ignoringCase: "/runtime/webhooks/") || path.hasPrefix(ignoringCase: "/_dev/api/")
    }

    /// The answer; nil when there is no such endpoint.
    func answer(_ request: ExtensionRequest) async -> HTTPAnswer? {
        let segments = request.segments.map { $0.lowercased() }
        switch (segments.first, segments.dropFirst().first, segments.dropFirst(2).first) {
        case ("runtime", "webhooks", "eventgrid") where segments.count == 3: return await eventGrid.answer(request)
        case ("runtime", "webhooks", "mcp") where segments.count == 3: return await mcp.answer(request)
        case ("_dev", "api", .some): return await development.answer(request)
        default: return nil
        }
    }
}
