// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import HTTPTypes
import Hummingbird
import Logging
import Synchronization

/// `/{tenant}/oauth2/v2.0/authorize`: the sign-in page, and the way back to the app.
struct AuthorizeEndpoint: Sendable {
    let core: TenantCore

    /// Answers `GET` (the app's request) and `POST` (the same, or the filled-in page).
    func respond(_ request: Request, tenant: String?) async -> Response {
        let trace = Trace(request.headers, clock: core.clock, random: core.random)
        do {
            let segment = try core.tenant(tenant)
            let parameters = try await parameters(of: request)
            let address = try ReplyAddress(parameters, in: core.directory)
            do {
                let authorize = try AuthorizeRequest(parameters, address: address, in: core.directory)
                return try proceed(authorize, parameters, segment, request).traced(trace)
            } catch let error as OAuthError {
                return reply(error, to: address, trace).traced(trace)
            }
        } catch let error as OAuthError {
            core.logger.debug("authorization request refused", metadata: ["aadsts": "\(error.number)"])
            return Answer.page(Pages.error(error, trace), status: error.status).traced(trace)
        } catch {
            core.logger.error("authorization failed", metadata: ["correlation.id": "\(trace.correlationID)"])
            let failure = OAuthError("server_error", 90_033, "The tenant failed; its log has the correlation id.")
            return Answer.page(Pages.error(failure, trace), status: .internalServerError).traced(trace)
        }
    }

    private func parameters(of request: Request) async throws -> FormParameters {
        if request.method == .post { return try await RequestForm.read(request) }
        do {
            return try FormParameters(parsing: Array((request.uri.query ?? "").utf8))
        } catch {
            throw OAuthError(error)
        }
    }

    private func proceed(
        _ authorize: AuthorizeRequest, _ parameters: FormParameters, _ segment: TenantSegment, _ request: Request
    ) throws -> Response {
        if request.method == .post, let login = parameters[Pages.loginField] {
            let password = parameters[Pages.passwordField] ?? ""
            guard let user = SignIn(directory: core.directory).user(name: login, password: password) else {
                return signInPage(parameters, segment, login: login, refused: true)
            }
            var response = try complete(authorize, user)
            response.headers[.setCookie] = startSession(of: user)
            return response
        }
        let user = sessionUser(request)
        if authorize.prompts == ["none"] {
            guard let user else {
                throw OAuthError(
                    "login_required", 50_058,
                    "A silent sign-in request was sent but no user is signed in.")
            }
            return try complete(authorize, user)
        }
        if authorize.prompts.isEmpty, let user, authorize.loginHint.map({ core.directory.user($0) == user }) ?? true {
            return try complete(authorize, user)
        }
        return signInPage(parameters, segment, login: authorize.loginHint, refused: false)
    }

    private func signInPage(
        _ parameters: FormParameters, _ segment: TenantSegment, login: String?, refused: Bool
    ) -> Response {
        let page = Pages.signIn(
            directory: core.directory, action: "/\(segment.path)/oauth2/v2.0/authorize", parameters: parameters,
            login: login, refused: refused)
        return Answer.page(page, status: refused ? .badRequest : .ok)
    }

    private func complete(_ authorize: AuthorizeRequest, _ user: DirectoryUser) throws -> Response {
        var answer = FormParameters()
        var name: String?
        if authorize.wantsCode {
            let code = "1.\(core.random.handle())"
            let now = core.clock.now
            let value = AuthorizationCode(
                clientID: authorize.address.client.clientID, userID: user.objectID,
                redirectURI: authorize.address.redirectURI, scopes: authorize.scopes, nonce: authorize.nonce,
                challenge: authorize.challenge)
            core.grants.withLock {
                $0.codes.insert(value, named: code, expires: now + AuthorizationCode.life, now: now)
            }
            answer.append("code", code)
            name = code
        }
        if authorize.wantsIDToken {
            let token = try core.mint.idToken(
                user: user, client: authorize.address.client, nonce: authorize.nonce,
                includesProfile: authorize.scopes.openID.contains("profile"), code: name)
            answer.append("id_token", token.compact)
        }
        if authorize.wantsClientInfo {
            answer.append("client_info", TokenReply.clientInfo(of: user, in: core.directory))
        }
        answer.append("state", authorize.address.state)
        answer.append("session_state", core.random.guid())
        return send(answer, to: authorize.address)
    }

    private func reply(_ error: OAuthError, to address: ReplyAddress, _ trace: Trace) -> Response {
        var answer = FormParameters()
        answer.append("error", error.error)
        answer.append("error_description", error.description(of: trace))
        answer.append("state", address.state)
        return send(answer, to: address)
    }

    private func send(_ answer: FormParameters, to address: ReplyAddress) -> Response {
        switch address.mode {
        case .query:
            let separator = address.redirectURI.contains("?") ? "&" : "?"
            return Answer.redirect(to: address.redirectURI + separator + answer.encoded)
        case .fragment:
            return Answer.redirect(to: "\(address.redirectURI)#\(answer.encoded)")
        case .formPost:
            let nonce = core.random.handle()
            return Answer.page(
                Pages.formPost(answer, to: address.redirectURI, scriptNonce: nonce), scriptNonce: nonce)
        }
    }
}
