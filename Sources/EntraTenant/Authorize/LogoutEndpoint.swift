// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import HTTPTypes
import Hummingbird
import Synchronization

/// `/{tenant}/oauth2/v2.0/logout` (OpenID Connect RP-Initiated Logout).
struct LogoutEndpoint: Sendable {
    let core: TenantCore

    /// Ends the session and goes to `post_logout_redirect_uri` when some app has registered it.
    func respond(_ request: Request, tenant: String?) -> Response {
        if let name = AuthorizeEndpoint.session(request.headers) {
            core.grants.withLock { $0.sessions.remove(named: name) }
        }
        let parameters = try? FormParameters(parsing: Array((request.uri.query ?? "").utf8))
        var response = Answer.page(Pages.signedOut)
        if let target = parameters?["post_logout_redirect_uri"], let requested = RedirectURI(target),
            core.directory.clients.flatMap(\.redirectURIs).compactMap(RedirectURI.init).contains(where: {
                $0.matches(requested)
            })
        {
            var answer = FormParameters()
            answer.append("state", parameters?["state"])
            let separator = answer.all.isEmpty ? "" : target.contains("?") ? "&" : "?"
            response = Answer.redirect(to: target + separator + answer.encoded)
        }
        response.headers[.setCookie] = AuthorizeEndpoint.cookie("", isSecure: core.isSecure, maximumAge: 0)
        return response
    }
}
