// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import EntraTenant
import FoundationEssentials
import NIOHTTP1
import StrictJSON
import Testing

@Suite("Token endpoint")
struct TokenEndpointTests {
    static let daemon = [
        "grant_type": "client_credentials", "client_id": Fixture.daemonID, "client_secret": "local-daemon-secret",
        "scope": "\(Fixture.api)/.default",
    ]

    /// A token of Adele for an API, by password.
    static func userToken(
        _ browser: Browser, scope: String, client: String = Fixture.webAppID, secret: String = "local-web-app-secret"
    ) async throws -> JSONValue {
        let answer = try await browser.token([
            "grant_type": "password", "client_id": client, "client_secret": secret, "scope": scope,
            "username": "adele@contoso.onmicrosoft.com", "password": "local-adele-password",
        ])
        return try answer.json
    }

    static func onBehalfOf(_ assertion: String, client: String, secret: String) -> [String: String] {
        [
            "grant_type": "urn:ietf:params:oauth:grant-type:jwt-bearer", "requested_token_use": "on_behalf_of",
            "client_id": client, "client_secret": secret, "assertion": assertion,
            "scope": "\(Fixture.api)/access_as_user",
        ]
    }

    @Test("Client credentials give an app-only token: roles, no scope, no refresh token")
    func clientCredentials() async throws {
        try await Fixture.withTenant { browser, _ in
            let body = try await browser.token(Self.daemon).json
            #expect(body.object?.names == ["token_type", "expires_in", "ext_expires_in", "access_token"])
            let keys = try await browser.get("/common/discovery/v2.0/keys").json
            let claims = try await IndependentVerifier.claims(of: body["access_token"]?.string ?? "", keySet: keys)
            #expect(claims["roles"] == ["Task.Run"])
            #expect(claims["azp"] == .string(Fixture.daemonID))
            #expect(claims["azpacr"] == "1")
            #expect(claims["oid"] == claims["sub"])
            for absent in ["scp", "name", "preferred_username", "idtyp"] { #expect(claims[absent] == nil) }
        }
    }

    @Test("The secret may come in the header; in both places it is refused")
    func basicAuthentication() async throws {
        try await Fixture.withTenant { browser, _ in
            let text = "\(Fixture.daemonID):local-daemon-secret"
            let header = ["authorization": "Basic \(Data(text.utf8).base64EncodedString())"]
            let form = ["grant_type": "client_credentials", "scope": "\(Fixture.api)/.default"]
            #expect(try await browser.token(form, headers: header).status == 200)
            #expect(try await browser.token(Self.daemon, headers: header).json["error"] == "invalid_request")
            let wrong = ["authorization": "Basic \(Data("\(Fixture.daemonID):x".utf8).base64EncodedString())"]
            let refused = try await browser.token(form, headers: wrong)
            #expect(refused.status == 401)
            #expect(refused.headers.first(name: "www-authenticate") != nil)
            #expect(try await browser.token(form, headers: ["authorization": "Basic %%%"]).status == 401)
        }
    }

    @Test(
        "What cannot be granted is refused in Entra's words",
        arguments: [
            (["scope": "\(Fixture.api)/access_as_user"], "invalid_scope", 1_002_012),
            (["scope": "api://unknown/.default"], "invalid_resource", 500_011),
            (["scope": "\(Fixture.api)/.default \(Fixture.api)/x"], "invalid_scope", 70011),
            (["scope": "\(Fixture.api)/.default \(Fixture.middleTierID)/.default"], "invalid_request", 28000),
            (["scope": nil], "invalid_request", 900_144),
            (["grant_type": nil], "invalid_request", 900_144),
            (["grant_type": "magic"], "unsupported_grant_type", 70003),
            (["client_id": nil], "invalid_request", 900_144),
        ] as [([String: String?], String, Int64)])
    func refusals(changes: [String: String?], error: String, number: Int64) async throws {
        try await Fixture.withTenant { browser, _ in
            var form = Self.daemon
            for (name, value) in changes { form[name] = value }
            let answer = try await browser.token(form, headers: ["client-request-id": Fixture.adele])
            let body = try answer.json
            #expect(answer.status == 400)
            #expect(
                body.object?.names == [
                    "error", "error_description", "error_codes", "timestamp", "trace_id", "correlation_id",
                ])
            #expect(body["error"] == .string(error))
            #expect(body["error_codes"] == [.integer(number)])
            #expect(body["correlation_id"] == .string(Fixture.adele))
        }
    }

    @Test("A refresh token gives new tokens, also for another scope, to the same client only")
    func refresh() async throws {
        try await Fixture.withTenant { browser, _ in
            let scope = "openid profile offline_access \(Fixture.api)/access_as_user"
            let first = try await Self.userToken(browser, scope: scope)
            var form = [
                "grant_type": "refresh_token", "client_id": Fixture.webAppID, "client_secret": "local-web-app-secret",
                "refresh_token": try #require(first["refresh_token"]?.string),
            ]
            let second = try await browser.token(form).json
            #expect(second["scope"] == first["scope"])
            #expect(second["refresh_token"] != nil && second["refresh_token"] != first["refresh_token"])
            #expect(second["access_token"] != first["access_token"])
            form["scope"] = "\(Fixture.api)/profile.read"
            let third = try await browser.token(form).json
            #expect(third["scope"] == .string("\(Fixture.api)/profile.read"))
            #expect(third["id_token"] != nil)
            form["client_id"] = Fixture.daemonID
            form["client_secret"] = "local-daemon-secret"
            #expect(try await browser.token(form).json["error"] == "invalid_grant")
        }
    }

    @Test("The middle tier exchanges a user's token for one to the API")
    func onBehalfOf() async throws {
        try await Fixture.withTenant { browser, _ in
            let incoming = try await Self.userToken(browser, scope: "api://\(Fixture.middleTierID)/access_as_user")
            let form = Self.onBehalfOf(
                incoming["access_token"]?.string ?? "", client: Fixture.middleTierID,
                secret: "local-middle-tier-secret")
            let body = try await browser.token(form).json
            let keys = try await browser.get("/common/discovery/v2.0/keys").json
            let claims = try await IndependentVerifier.claims(of: body["access_token"]?.string ?? "", keySet: keys)
            #expect(claims["aud"] == .string(Fixture.apiID))
            #expect(claims["azp"] == .string(Fixture.middleTierID))
            #expect(claims["oid"] == .string(Fixture.adele))
            #expect(claims["scp"] == "access_as_user")
            #expect(claims["name"] == "Adele Vance")
        }
    }

    @Test("On-behalf-of refuses assertions of others, altered ones, expired ones, app-only and ID tokens")
    func refusedAssertions() async throws {
        let clock = TestClock()
        try await Fixture.withTenant(clock: clock.clock) { browser, tenant in
            func refusal(_ assertion: String, client: String, secret: String) async throws -> JSONValue? {
                let answer = try await browser.token(Self.onBehalfOf(assertion, client: client, secret: secret))
                #expect(try answer.json["error"] == "invalid_grant")
                return try answer.json["error_codes"]
            }
            let middle = (Fixture.middleTierID, "local-middle-tier-secret")
            let scope = "openid api://\(Fixture.middleTierID)/access_as_user"
            let good = try #require(try await Self.userToken(browser, scope: scope)["access_token"]?.string)

            let other = try await Self.userToken(browser, scope: "\(Fixture.api)/access_as_user")
            let foreign = other["access_token"]?.string ?? ""
            #expect(try await refusal(foreign, client: middle.0, secret: middle.1) == [500_131])

            let daemonToken = try await browser.token(Self.daemon).json["access_token"]?.string ?? ""
            #expect(try await refusal(daemonToken, client: Fixture.apiID, secret: "local-api-secret") == [7_000_114])

            let parts = good.split(separator: ".").map(String.init)
            let swapped = [parts[0], foreign.split(separator: ".").map(String.init)[1], parts[2]]
            #expect(
                try await refusal(swapped.joined(separator: "."), client: middle.0, secret: middle.1) == [50013])
            #expect(try await refusal("not.a.token", client: middle.0, secret: middle.1) == [50013])

            let stranger = try TokenMint(
                directory: Fixture.directory, keys: TenantKeys(generatingAt: clock.clock),
                baseURL: browser.endpoint.baseURL, clock: clock.clock
            ).mintForUser("adele", api: "Middle tier")
            #expect(try await refusal(stranger.compact, client: middle.0, secret: middle.1) == [50013])

            let mint = try await tenant.mint()
            let identity = try mint.idToken(
                user: try #require(Fixture.directory.user("adele")),
                client: ClientRegistration(name: "x", clientID: Fixture.middleTierID), nonce: "n")
            #expect(try await refusal(identity.compact, client: middle.0, secret: middle.1) == [50013])

            clock.advance(by: 5_401)
            #expect(try await refusal(good, client: middle.0, secret: middle.1) == [500_133])
        }
    }

    @Test("A user token needs the consent that the directory records")
    func consent() async throws {
        try await Fixture.withTenant { browser, _ in
            let body = try await Self.userToken(
                browser, scope: "\(Fixture.api)/access_as_user", client: Fixture.daemonID,
                secret: "local-daemon-secret")
            #expect(body["error_codes"] == [65001])
        }
    }

    @Test("A public client needs no secret and must not send one; its tokens say so")
    func publicClient() async throws {
        try await Fixture.withTenant(Fixture.extended) { browser, _ in
            var form = [
                "grant_type": "password", "client_id": "66667777-0000-8888-1111-999922220000",
                "scope": "\(Fixture.api)/access_as_user", "username": "adele", "password": "local-adele-password",
            ]
            let token = try #require(try await browser.token(form).json["access_token"]?.string)
            #expect(try IndependentVerifier.parts(of: token).claims["azpacr"] == "0")
            form["client_secret"] = "anything"
            #expect(try await browser.token(form).json["error_codes"] == [700_025])
            form["client_secret"] = nil
            form["password"] = "wrong"
            #expect(try await browser.token(form).json["error_codes"] == [50126])
            form["grant_type"] = "client_credentials"
            #expect(try await browser.token(form).json["error"] == "unauthorized_client")
        }
    }
}
