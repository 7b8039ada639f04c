// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions
import AzureFunctionsEntra
import AzureFunctionsTesting
import EntraAuth
import HTTPTypes
import StrictJSON
import Testing

@Suite struct `Guarded functions` {
    private static let authorize =
        "authorization_uri=\"https://login.microsoftonline.com/\(SampleTenant.tenantID)/oauth2/v2.0/authorize\""

    private func app(_ entra: EntraID) -> FunctionApp {
        FunctionApp(authLevel: .anonymous) {
            HTTPFunction("hello", methods: [.get, .post], guardedBy: entra.scope("access_as_user")) { _, user, _ in
                .json(["user": user.name.map(JSONValue.string) ?? .null] as JSONValue)
            }
            HTTPFunction("any", guardedBy: entra.scopes(anyOf: ["x", "other"])) { _, _, _ in .status(.ok) }
            HTTPFunction("all", guardedBy: entra.scopes(allOf: ["x", "other"])) { _, _, _ in .status(.ok) }
        }
    }

    private func answer(
        _ authorization: String..., entra: EntraID = SampleTenant().entra(), settings: AppSettings = [:],
        path: String = "/api/hello"
    ) async throws -> FunctionResponse {
        try await app(entra).test(settings: settings) { client in
            var headers = HTTPFields()
            for value in authorization { headers.append(HTTPField(name: .authorization, value: value)) }
            return try await client.get(path, headers: headers)
        }
    }

    private func expect(
        _ response: FunctionResponse, _ status: Int, _ code: String, _ error: String, challenge: String?,
        at location: SourceLocation = #_sourceLocation
    ) {
        let body = try? JSONValue(parsing: response.body)
        #expect(response.status.code == status, sourceLocation: location)
        #expect(body?["code"]?.string == code, sourceLocation: location)
        #expect(body?["error"]?.string == error, sourceLocation: location)
        #expect(body?["correlationId"]?.string?.count == 36, sourceLocation: location)
        #expect(body?["diagnostic"] == nil, sourceLocation: location)
        #expect(response.headers[.wwwAuthenticate] == challenge, sourceLocation: location)
        #expect(response.headers[.cacheControl] == "no-store", sourceLocation: location)
        #expect(response.headers[.contentType] == "application/json", sourceLocation: location)
    }

    @Test func `A good token brings its user to the function`() async throws {
        let response = try await answer(try SampleTenant().bearer())
        #expect(response.status == .ok)
        #expect(response.body == Array(#"{"user":"Ada"}"#.utf8))
        #expect(response.headers[.wwwAuthenticate] == nil)
    }

    @Test func `The test can be repeated with the same EntraID`() async throws {
        let entra = SampleTenant().entra()
        for _ in 0..<2 { #expect(try await answer(try SampleTenant().bearer(), entra: entra).status == .ok) }
    }

    @Test(arguments: [nil, "Basic dXNlcjpwYXNz", "Negotiate x", "BearerX abc"])
    func `No credentials: 401 with the scope and without an error`(value: String?) async throws {
        let response =
            if let value { try await answer(value) } else { try await answer() }
        expect(
            response, 401, "missing_credentials", "Authorization header missing",
            challenge: "Bearer realm=\"\", \(Self.authorize), scope=\"access_as_user\"")
    }

    @Test func `The domain is the realm`() async throws {
        let entra = SampleTenant().entra(with: ["AzureAd__Domain": "contoso.onmicrosoft.com"])
        let response = try await answer(entra: entra)
        #expect(
            response.headers[.wwwAuthenticate]
                == "Bearer realm=\"contoso.onmicrosoft.com\", \(Self.authorize), scope=\"access_as_user\"")
    }

    @Test func `A token in the query is not read`() async throws {
        let token = try SampleTenant().bearer().dropFirst("Bearer ".count)
        let response = try await answer(path: "/api/hello?access_token=\(token)")
        expect(
            response, 401, "missing_credentials", "Authorization header missing",
            challenge: "Bearer realm=\"\", \(Self.authorize), scope=\"access_as_user\"")
    }

    @Test(arguments: ["Bearer", "Bearer ", "Bearer a b", "Bearer a,b", "Bearer =", "Bearer\ta", "bearer é"])
    func `A malformed header is a 400`(value: String) async throws {
        expect(
            try await answer(value), 400, "invalid_request", "Invalid authorization header",
            challenge: "Bearer realm=\"\", \(Self.authorize), error=\"invalid_request\"")
    }

    @Test func `Two headers, or a header and a query token, are a 400`() async throws {
        let token = try SampleTenant().bearer()
        for response in [
            try await answer(token, token), try await answer(token, path: "/api/hello?access_token=x"),
        ] {
            expect(
                response, 400, "invalid_request", "Invalid authorization header",
                challenge: "Bearer realm=\"\", \(Self.authorize), error=\"invalid_request\"")
        }
    }

    @Test(arguments: [
        ("Bearer x", "token_malformed"), ("Bearer a.b.c.d.e", "token_encrypted"),
        ("Bearer eyJhbGciOiJub25lIn0.e30.AA", "algorithm_not_allowed"),
    ])
    func `A token that is none is a 401 with one text`(value: String, code: String) async throws {
        expect(
            try await answer(value), 401, code, "Invalid token",
            challenge: "Bearer realm=\"\", \(Self.authorize), error=\"invalid_token\"")
    }

    @Test func `A token that expired says so`() async throws {
        expect(
            try await answer(try SampleTenant().bearer(age: 7_200)), 401, "token_expired", "Token has expired",
            challenge: "Bearer realm=\"\", \(Self.authorize), error=\"invalid_token\", "
                + "error_description=\"The access token expired\"")
    }

    @Test(arguments: [
        (["aud": "api://other"] as JSONObject, "audience_invalid"),
        (["tid": "99999999-0000-cccc-1111-dddd2222eeee"] as JSONObject, "issuer_invalid"),
        (["ver": "1.0"] as JSONObject, "version_not_allowed"),
    ])
    func `A token for something else is a 401 that tells the code only`(claims: JSONObject, code: String) async throws {
        expect(
            try await answer(try SampleTenant().bearer(claims)), 401, code, "Invalid token",
            challenge: "Bearer realm=\"\", \(Self.authorize), error=\"invalid_token\"")
    }

    @Test func `A further audience is accepted`() async throws {
        let entra = SampleTenant().entra(with: ["AzureAd__Audience": "api://one, api://two"])
        for audience in ["api://one", "api://two", SampleTenant.clientID] {
            let token = try SampleTenant().bearer(["aud": .string(audience)])
            #expect(try await answer(token, entra: entra).status == .ok)
        }
    }

    @Test func `A token without the scope is a 403 that names it`() async throws {
        let token = try SampleTenant().bearer(["scp": "other"])
        expect(
            try await answer(token), 403, "insufficient_scope", "Invalid scope",
            challenge: "Bearer realm=\"\", \(Self.authorize), error=\"insufficient_scope\", scope=\"access_as_user\"")
        #expect(try await answer(token, path: "/api/any").status == .ok)
        expect(
            try await answer(token, path: "/api/all"), 403, "insufficient_scope", "Invalid scope",
            challenge: "Bearer realm=\"\", \(Self.authorize), error=\"insufficient_scope\", scope=\"x other\"")
    }

    @Test func `Keys that cannot be fetched are a 503 with Retry-After and no challenge`() async throws {
        let token = try SampleTenant().bearer()
        let response = try await answer(token, entra: SampleTenant(isReachable: false).entra())
        expect(
            response, 503, "keys_unavailable", "Signing keys are temporarily unavailable", challenge: nil)
        #expect(response.headers[.retryAfter] == "10")
    }

    @Test func `An unknown key of a reachable tenant is a 401`() async throws {
        expect(
            try await answer(try SampleTenant().bearer(keyID: "key-2")), 401, "key_not_found", "Invalid token",
            challenge: "Bearer realm=\"\", \(Self.authorize), error=\"invalid_token\"")
    }

    @Test func `Without settings the app does not start, and the guard alone refuses with 503`() async throws {
        let entra = SampleTenant().entra([:])
        await #expect(throws: ConfigurationError.self) { try await answer(entra: entra) }
        let context = InvocationContext(invocationID: "a", functionName: "hello", logger: .silent)
        let rejection = await #expect(throws: Rejection.self) {
            try await entra.scope("a").check(FunctionRequest(), context)
        }
        #expect(rejection?.status == .serviceUnavailable)
        #expect(rejection?.code == "not_configured")
        #expect(rejection?.message == "Authorization is not configured")
    }

    @Test func `The diagnosis is for development only`() async throws {
        let token = try SampleTenant().bearer(["aud": "api://other"])
        let response = try await answer(token, settings: ["AZURE_FUNCTIONS_ENVIRONMENT": "Development"])
        let body = try JSONValue(parsing: response.body)
        #expect(body["diagnostic"]?.string?.isEmpty == false)
        #expect(body["error"] == "Invalid token")
    }
}
