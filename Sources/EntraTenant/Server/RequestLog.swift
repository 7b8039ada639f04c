// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import Hummingbird
import Logging

/// Notes every answered request at debug level; never its query or body, which hold codes and secrets.
struct RequestLog: RouterMiddleware {
    typealias Context = TenantRequestContext

    let logger: Logger

    func handle(
        _ request: Request, context: TenantRequestContext,
        next: (Request, TenantRequestContext) async throws -> Response
    ) async throws -> Response {
        let response = try await next(request, context)
        logger.debug(
            "answered",
            metadata: [
                "http.method": "\(request.method)", "url.path": "\(request.uri.path)",
                "http.status": "\(response.status.code)",
            ])
        return response
    }
}
