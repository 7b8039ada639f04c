// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import Hummingbird
import Logging
import StrictJSON
import Synchronization

/// `/{tenant}/oauth2/v2.0/token`.
struct TokenEndpoint: Sendable {
    let core: TenantCore

    /// Answers one request for a token.
    func respond(_ request: Request, tenant: String?) async -> Response {
        let trace = Trace(request.headers, clock: core.clock, random: core.random)
        do {
            _ = try core.tenant(tenant)
            let parameters = try await RequestForm.read(request)
            let body = try reply(to: parameters, request).body
            return Answer.json(body).traced(trace)
        } catch let error as OAuthError {
            core.logger.debug(
                "token request refused",
                metadata: ["aadsts": "\(error.number)", "correlation.id": "\(trace.correlationID)"])
            var response = Answer.json(error.body(trace), status: error.status)
            if error.status == .unauthorized { response.headers[.wwwAuthenticate] = "Basic realm=\"tenant\"" }
            return response.traced(trace)
        } catch {
            core.logger.error("token request failed", metadata: ["correlation.id": "\(trace.correlationID)"])
            let failure = OAuthError("server_error", 90_033, "The tenant failed; its log has the correlation id.")
            return Answer.json(failure.body(trace), status: .internalServerError).traced(trace)
        }
    }

    private func reply(to parameters: FormParameters, _ request: Request) throws -> TokenReply {
        guard let grant = parameters["grant_type"] else { throw OAuthError.missing("grant_type") }
        let client = try ClientAuthenticator(directory: core.directory).authenticate(parameters, request.headers)
        switch grant {
        case "authorization_code": return try redeemCode(parameters, client)
        case "refresh_token": return try refresh(parameters, client)
        case "client_credentials": return try clientCredentials(parameters, client)
        case "urn:ietf:params:oauth:grant-type:jwt-bearer": return try onBehalfOf(parameters, client)
        case "password": return try password(parameters, client)
        default:
            throw OAuthError(
                "unsupported_grant_type", 70_003,
                "The app requested an unsupported grant type '\(Trace.printable(grant))'.")
        }
    }

    /// The answer for a user: access token, and what the OpenID scopes ask for.
    func delegatedReply(
        _ scopes: ScopeRequest, user: DirectoryUser, client: ClientRegistration, parameters: FormParameters,
        nonce: String? = nil, origin: String? = nil
    ) throws -> TokenReply {
        let mint = core.mint
        var reply: TokenReply
        if let api = scopes.api.flatMap(core.directory.api) {
            let granted = try scopes.delegated(to: client, in: api)
            reply = TokenReply(
                accessToken: try mint.accessToken(user: user, client: client, api: api, scopes: granted))
            reply.scope = granted.map { "\(scopes.resource)/\($0)" }.joined(separator: " ")
        } else {
            let names = scopes.openID.filter { $0 != "offline_access" }
            reply = TokenReply(accessToken: try mint.graphToken(user: user, client: client, scopes: names))
            reply.scope = names.joined(separator: " ")
        }
        if scopes.openID.contains("openid") {
            reply.idToken = try mint.idToken(
                user: user, client: client, nonce: nonce, includesProfile: scopes.openID.contains("profile")
            ).compact
        }
        if scopes.openID.contains("offline_access") {
            reply.refreshToken = issueRefreshToken(scopes, user: user, client: client, origin: origin)
        }
        if parameters["client_info"] == "1" {
            reply.clientInfo = TokenReply.clientInfo(of: user, in: core.directory)
        }
        return reply
    }

    private func issueRefreshToken(
        _ scopes: ScopeRequest, user: DirectoryUser, client: ClientRegistration, origin: String?
    ) -> String {
        let token = "1.\(core.random.handle())"
        let now = core.clock.now
        let grant = RefreshGrant(clientID: client.clientID, userID: user.objectID, scopes: scopes, origin: origin)
        core.grants.withLock {
            $0.refreshTokens.insert(grant, named: token, expires: now + RefreshGrant.life, now: now)
        }
        return token
    }

    func user(withID objectID: String) throws(OAuthError) -> DirectoryUser {
        guard let user = core.directory.users.first(where: { $0.objectID == objectID }) else {
            throw OAuthError("invalid_grant", 50_034, "The user does not exist in the tenant.")
        }
        return user
    }
}
