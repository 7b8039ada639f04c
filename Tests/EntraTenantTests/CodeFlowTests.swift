// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import Crypto
import EntraTenant
import FoundationEssentials
import NIOHTTP1
import StrictJSON
import Testing

@Suite("Authorization code flow")
struct CodeFlowTests {
    static let verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
    // RFC 7636 appendix B.
    static let challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"

    static func request(_ changes: [String: String?] = [:]) -> [String: String] {
        var form: [String: String] = [
            "client_id": Fixture.webAppID, "response_type": "code", "redirect_uri": Fixture.redirectURI,
            "scope": "openid profile offline_access \(Fixture.api)/access_as_user", "state": "s p&=c", "nonce": "n1",
            "code_challenge": challenge, "code_challenge_method": "S256",
        ]
        for (name, value) in changes { form[name] = value }
        return form
    }

    static func redemption(_ code: String, _ changes: [String: String?] = [:]) -> [String: String] {
        var form: [String: String] = [
            "grant_type": "authorization_code", "client_id": Fixture.webAppID, "client_secret": "local-web-app-secret",
            "code": code, "redirect_uri": Fixture.redirectURI, "code_verifier": verifier, "client_info": "1",
        ]
        for (name, value) in changes { form[name] = value }
        return form
    }

    @Test("A signed-in user's code becomes tokens with Entra's members and claims")
    func happyPath() async throws {
        try await Fixture.withTenant { browser, _ in
            let page = try await browser.authorize(Self.request())
            #expect(page.status == 200)
            #expect(page.text.contains("Adele Vance") && page.text.contains("Megan Bowen"))
            #expect(page.text.contains("value=\"s p&amp;=c\""))
            let back = try await browser.signIn(Self.request())
            #expect(back.status == 302)
            #expect(back.headers.first(name: "location")?.hasPrefix("\(Fixture.redirectURI)?") == true)
            #expect(back.redirected["state"] == "s p&=c")
            let answer = try await browser.token(Self.redemption(try #require(back.redirected["code"])))
            let body = try answer.json
            #expect(answer.status == 200)
            #expect(answer.headers.first(name: "cache-control")?.contains("no-store") == true)
            #expect(body["token_type"] == "Bearer")
            #expect(body["scope"] == .string("\(Fixture.api)/access_as_user"))
            #expect(body["refresh_token"]?.string?.isEmpty == false)
            #expect((3_600...5_400).contains(try #require(body["expires_in"]?.int64)))
            let info = try IndependentVerifier.decode(Substring(body["client_info"]?.string ?? ""))
            let expected: JSONValue = ["uid": .string(Fixture.adele), "utid": .string(browser.endpoint.tenantID)]
            #expect(try JSONValue(parsing: info) == expected)

            let keys = try await browser.get("/common/discovery/v2.0/keys").json
            let access = try await IndependentVerifier.claims(of: body["access_token"]?.string ?? "", keySet: keys)
            #expect(access["aud"] == .string(Fixture.apiID))
            #expect(access["iss"] == .string(browser.endpoint.authority + "/v2.0"))
            #expect(access["scp"] == "access_as_user")
            #expect(access["azp"] == .string(Fixture.webAppID))
            let identity = try await IndependentVerifier.claims(of: body["id_token"]?.string ?? "", keySet: keys)
            #expect(identity["aud"] == .string(Fixture.webAppID))
            #expect(identity["nonce"] == "n1")
            #expect(identity["azp"] == nil && identity["scp"] == nil)
        }
    }

    @Test("A code is good for one use, and its replay voids the refresh token that it gave")
    func replay() async throws {
        try await Fixture.withTenant { browser, _ in
            let code = try #require(try await browser.signIn(Self.request()).redirected["code"])
            let first = try await browser.token(Self.redemption(code)).json
            let replayed = try await browser.token(Self.redemption(code))
            #expect(replayed.status == 400)
            #expect(try replayed.json["error"] == "invalid_grant")
            #expect(try replayed.json["error_codes"] == [54005])
            let refresh = try await browser.token([
                "grant_type": "refresh_token", "client_id": Fixture.webAppID, "client_secret": "local-web-app-secret",
                "refresh_token": first["refresh_token"]?.string ?? "",
            ])
            #expect(refresh.status == 400)
        }
    }

    @Test("A code lives ten minutes")
    func expiry() async throws {
        let clock = TestClock()
        try await Fixture.withTenant(clock: clock.clock) { browser, _ in
            let first = try #require(try await browser.signIn(Self.request()).redirected["code"])
            let second = try #require(try await browser.signIn(Self.request()).redirected["code"])
            clock.advance(by: 599)
            #expect(try await browser.token(Self.redemption(first)).status == 200)
            clock.advance(by: 1)
            #expect(try await browser.token(Self.redemption(second)).json["error_codes"] == [70008])
        }
    }

    @Test(
        "A redemption that differs from the request is refused",
        arguments: [
            (["code_verifier": "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXj"], 501_481),
            (["code_verifier": nil], 50148),
            (["code_verifier": "short"], 501_481),
            (["redirect_uri": "http://localhost:5001"], 500_112),
            (["redirect_uri": nil], 500_112),
            (["client_secret": "wrong"], 7_000_215),
            (["client_secret": nil], 7_000_218),
            (["client_id": Fixture.daemonID, "client_secret": "local-daemon-secret"], 70000),
            (["client_id": "99999999-0000-1111-2222-333333333333"], 700_016),
            (["code": nil], 900_144),
            (["code": "1.unknown"], 70008),
        ] as [([String: String?], Int64)])
    func refusedRedemption(changes: [String: String?], number: Int64) async throws {
        try await Fixture.withTenant { browser, _ in
            let code = try #require(try await browser.signIn(Self.request()).redirected["code"])
            let answer = try await browser.token(Self.redemption(code, changes))
            #expect(try answer.json["error_codes"] == [.integer(number)])
            #expect(try answer.json["error_description"]?.string?.hasPrefix("AADSTS\(number): ") == true)
            let isAboutSecret = [7_000_215, 7_000_218].contains(number)
            #expect(answer.status == (isAboutSecret ? 401 : 400))
            #expect(answer.text.contains("local-") == false)
        }
    }

    @Test(
        "A redirect URI that is not registered never gets an answer",
        arguments: [
            "https://evil.example/", "http://localhost.evil.example:5000", "https://localhost:5000",
            "http://localhost:5000/other", "http://localhost:5000#x", "http://user@localhost:5000",
            "http://localhost:5000/%0d%0aX", "javascript:alert(1)", "http://localhost:99999", "//localhost",
        ])
    func unregistered(redirectURI: String) async throws {
        try await Fixture.withTenant { browser, _ in
            let answer = try await browser.authorize(Self.request(["redirect_uri": redirectURI]))
            #expect(answer.status == 400)
            #expect(answer.headers.first(name: "location") == nil)
            #expect(answer.text.contains("AADSTS50011"))
            let posted = try await browser.signIn(Self.request(["redirect_uri": redirectURI]))
            #expect(posted.headers.first(name: "location") == nil)
        }
    }

    @Test("A loopback redirect URI matches on any port and with a slash at the end")
    func loopback() async throws {
        try await Fixture.withTenant { browser, _ in
            for uri in ["http://localhost:1", "http://localhost:65535/", "http://localhost"] {
                let answer = try await browser.signIn(Self.request(["redirect_uri": uri]))
                #expect(answer.headers.first(name: "location")?.hasPrefix("\(uri)?code=") == true)
            }
        }
    }

    @Test(
        "Errors in the rest of the request go back to the app with its state",
        arguments: [
            (["response_type": "token"], "unsupported_response_type"),
            (["response_type": nil], "invalid_request"),
            (["scope": nil], "invalid_request"),
            (["scope": "openid api://unknown/x"], "invalid_resource"),
            (["scope": "openid \(Fixture.api)/nothing"], "invalid_scope"),
            (["scope": "openid nothing"], "invalid_scope"),
            (["code_challenge": "short"], "invalid_request"),
            (["code_challenge": nil], "invalid_request"),
            (["code_challenge_method": "S512"], "invalid_request"),
            (["prompt": "none"], "login_required"),
            (["prompt": "none login"], "invalid_request"),
            (["response_mode": "pigeon"], "invalid_request"),
        ] as [([String: String?], String)])
    func redirectedError(changes: [String: String?], error: String) async throws {
        try await Fixture.withTenant { browser, _ in
            let answer = try await browser.authorize(Self.request(changes))
            #expect(answer.status == 302)
            #expect(answer.headers.first(name: "location")?.hasPrefix("\(Fixture.redirectURI)?error=") == true)
            #expect(answer.redirected["error"] == error)
            #expect(answer.redirected["state"] == "s p&=c")
            #expect(answer.redirected["code"] == nil)
        }
    }

    @Test("A wrong password shows the page again and starts no session")
    func wrongPassword() async throws {
        try await Fixture.withTenant { browser, _ in
            let answer = try await browser.signIn(Self.request(), password: "wrong")
            #expect(answer.status == 400)
            #expect(answer.text.contains("invalid username or password"))
            #expect(answer.headers.first(name: "set-cookie") == nil)
            #expect(answer.text.contains("wrong") == false)
        }
    }

    @Test("With a session there is no second page; prompt=login asks again; signing out ends it")
    func session() async throws {
        try await Fixture.withTenant { browser, _ in
            let first = try await browser.signIn(Self.request())
            let header = try #require(first.headers.first(name: "set-cookie"))
            #expect(header.contains("HttpOnly") && header.contains("Secure"))
            let cookie = String(header.prefix { $0 != ";" })
            #expect(try await browser.authorize(Self.request(), cookie: cookie).redirected["code"] != nil)
            let silent = try await browser.authorize(Self.request(["prompt": "none"]), cookie: cookie)
            #expect(silent.redirected["code"] != nil)
            #expect(try await browser.authorize(Self.request(["prompt": "login"]), cookie: cookie).status == 200)
            #expect(try await browser.authorize(Self.request(["login_hint": "megan"]), cookie: cookie).status == 200)
            let out = try await browser.get("/common/oauth2/v2.0/logout", cookie: cookie)
            #expect(out.headers.first(name: "set-cookie")?.contains("Max-Age=0") == true)
            let after = try await browser.authorize(Self.request(["prompt": "none"]), cookie: cookie)
            #expect(after.redirected["error"] == "login_required")
        }
    }

    @Test("Signing out goes to a registered address only")
    func signOutRedirect() async throws {
        try await Fixture.withTenant { browser, _ in
            let good = Browser.encode(["post_logout_redirect_uri": "http://localhost:7000"])
            let bad = Browser.encode(["post_logout_redirect_uri": "https://evil.example/"])
            let path = "/common/oauth2/v2.0/logout?"
            let registered = try await browser.get(path + good)
            #expect(registered.headers.first(name: "location") == "http://localhost:7000")
            let foreign = try await browser.get(path + bad)
            #expect(foreign.headers.first(name: "location") == nil)
        }
    }

    @Test("form_post answers with a page that posts, fragment with a fragment; an ID token never travels in a query")
    func responseModes() async throws {
        try await Fixture.withTenant { browser, _ in
            let posted = try await browser.signIn(Self.request(["response_mode": "form_post"]))
            #expect(posted.status == 200)
            #expect(posted.text.contains("action=\"\(Fixture.redirectURI)\""))
            #expect(posted.text.contains("name=\"code\""))
            #expect(posted.text.contains("value=\"s p&amp;=c\""))
            let fragment = try await browser.signIn(Self.request(["response_mode": "fragment"]))
            #expect(fragment.headers.first(name: "location")?.hasPrefix("\(Fixture.redirectURI)#code=") == true)
            let hybrid = try await browser.signIn(Self.request(["response_type": "code id_token"]))
            #expect(hybrid.headers.first(name: "location")?.hasPrefix("\(Fixture.redirectURI)#") == true)
            let token = try #require(hybrid.redirected["id_token"])
            let code = try #require(hybrid.redirected["code"])
            let hash = Array(SHA256.hash(data: Array(code.utf8)).prefix(16))
            let sent = try IndependentVerifier.parts(of: token).claims["c_hash"]?.string
            #expect(try IndependentVerifier.decode(Substring(sent ?? "")) == hash)
            let query = Self.request(["response_type": "id_token", "response_mode": "query"])
            let refused = try await browser.signIn(query)
            #expect(refused.headers.first(name: "location")?.hasPrefix("\(Fixture.redirectURI)#error=") == true)
        }
    }

    @Test("A parameter that comes twice is refused")
    func repeatedParameter() async throws {
        try await Fixture.withTenant { browser, _ in
            let query = Browser.encode(Self.request())
            let path = "/\(browser.endpoint.tenantID)/oauth2/v2.0/authorize?"
            let answer = try await browser.get(path + query + "&redirect_uri=https%3A%2F%2Fevil.example")
            #expect(answer.status == 400)
            #expect(answer.headers.first(name: "location") == nil)
        }
    }

    @Test("Without an API in the scope comes a token for Microsoft Graph that nobody else can verify")
    func graphToken() async throws {
        try await Fixture.withTenant { browser, _ in
            let form = Self.request(["scope": "openid profile"])
            let code = try #require(try await browser.signIn(form).redirected["code"])
            let body = try await browser.token(Self.redemption(code)).json
            #expect(body["refresh_token"] == nil)
            let token = try #require(body["access_token"]?.string)
            let parts = try IndependentVerifier.parts(of: token)
            #expect(parts.claims["aud"] == "00000003-0000-0000-c000-000000000000")
            #expect(parts.header["nonce"] != nil)
            let keys = try await browser.get("/common/discovery/v2.0/keys").json
            await #expect(throws: (any Error).self) {
                try await IndependentVerifier.claims(of: token, keySet: keys)
            }
        }
    }
}
