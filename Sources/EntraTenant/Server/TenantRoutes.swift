// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import HTTPTypes
import Hummingbird
import StrictJSON

/// The tenant's URLs.
struct TenantRoutes: Sendable {
    let core: TenantCore

    func responder() -> RouterResponder<TenantRequestContext> {
        let router = Router(context: TenantRequestContext.self, options: .autoGenerateHeadEndpoints)
        router.add(middleware: RequestLog(logger: core.logger))
        let authorize = AuthorizeEndpoint(core: core)
        let token = TokenEndpoint(core: core)
        let logout = LogoutEndpoint(core: core)

        router.get("/") { _, _ in Answer.page(Pages.overview(core.directory, baseURL: core.baseURL)) }
        router.get("/:tenant/v2.0/.well-known/openid-configuration") { request, context in
            await document(request, context, .metadata) { MetadataDocument.version2($0, baseURL: core.baseURL) }
        }
        router.get("/:tenant/.well-known/openid-configuration") { request, context in
            await document(request, context, .metadata) { MetadataDocument.version1($0, baseURL: core.baseURL) }
        }
        router.get("/:tenant/discovery/v2.0/keys") { request, context in
            await document(request, context, .keys) {
                KeySetDocument.version2($0, keys: core.keys.published, baseURL: core.baseURL)
            }
        }
        router.get("/:tenant/discovery/keys") { request, context in
            await document(request, context, .keys) { _ in KeySetDocument.version1(keys: core.keys.published) }
        }
        router.get("/:tenant/discovery/instance") { request, context in
            await document(request, context, .instance) { InstanceDocument.document($0, baseURL: core.baseURL) }
        }
        for method in [HTTPRequest.Method.get, .post] {
            router.on("/:tenant/oauth2/v2.0/authorize", method: method) { request, context in
                await authorize.respond(request, tenant: context.parameters.get("tenant"))
            }
        }
        router.post("/:tenant/oauth2/v2.0/token") { request, context in
            await token.respond(request, tenant: context.parameters.get("tenant"))
        }
        router.get("/:tenant/oauth2/v2.0/logout") { request, context in
            logout.respond(request, tenant: context.parameters.get("tenant"))
        }
        return router.buildResponder()
    }

    private func document(
        _ request: Request, _ context: TenantRequestContext, _ kind: LocalTenant.Document,
        _ make: (TenantSegment) -> JSONValue
    ) async -> Response {
        let trace = Trace(request.headers, clock: core.clock, random: core.random)
        do {
            let segment = try core.tenant(context.parameters.get("tenant"))
            if let (fault, number) = core.faults.take(kind) {
                let connection = FaultyConnection(request: request, channel: context.channel, board: core.faults)
                return await FaultResponder(core: core, connection: connection)
                    .respond(fault, number: number, document: make(segment))
            }
            core.counter.count(kind)
            return Answer.json(make(segment), cacheable: true).traced(trace)
        } catch {
            return Answer.json(error.body(trace), status: error.status).traced(trace)
        }
    }
}
