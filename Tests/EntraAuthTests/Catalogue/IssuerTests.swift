// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import EntraAuth
import StrictJSON
import Testing

@Suite("Catalogue ISS: issuer, tenant, key and cloud")
struct IssuerTests {
    @Test("An issuer that does not fit tenant, key or cloud is refused", arguments: rows)
    func issuer(row: Row) async throws { try await row.check() }

    private static let rows: [Row] =
        [
            Row("ISS-03", .issuerInvalid) {
                try Mint.token(payload: { $0["iss"] = .string(Cast.issuer(Cast.foreignTenant)) })
            },
            Row("ISS-03 reverse", .issuerInvalid) {
                try Mint.token(payload: { $0["tid"] = .string(Cast.foreignTenant) })
            },
            Row("ISS-04", .claimMissing) { try Mint.token(payload: { $0["tid"] = nil }) },
            Row("tid no GUID", .claimInvalid) { try Mint.token(payload: { $0["tid"] = "contoso.example" }) },
            Row("tid empty", .claimInvalid) { try Mint.token(payload: { $0["tid"] = "" }) },
            Row("foreign tenant", .tenantNotAllowed) { try tenant(Cast.foreignTenant) },
            Row("ISS-08", .issuerInvalid, on: legacy) {
                try Mint.token(payload: {
                    $0["ver"] = "1.0"
                    $0["iss"] = .string("https://sts.windows.net/" + Cast.tenant)
                })
            },
            Row("v1 issuer in a v2 token", .issuerInvalid, on: legacy) {
                try Mint.token(payload: { $0["iss"] = .string("https://sts.windows.net/\(Cast.tenant)/") })
            },
            Row("v2 issuer in a v1 token", .issuerInvalid, on: legacy) {
                try Mint.token(payload: { $0["ver"] = "1.0" })
            },
            Row("ISS-10", .issuerInvalid, on: lettered) { try tenant(Cast.letteredTenant.uppercased()) },
            Row("ISS-10 tid only", .issuerInvalid, on: lettered) {
                try Mint.token(payload: {
                    $0["tid"] = .string(Cast.letteredTenant.uppercased())
                    $0["iss"] = .string(Cast.issuer(Cast.letteredTenant))
                })
            },
            Row("ISS-10 lower case", on: lettered) { try tenant(Cast.letteredTenant) },
            Row("ISS-16", .versionNotAllowed) {
                try Mint.token(payload: {
                    $0["ver"] = "1.0"
                    $0["iss"] = .string("https://sts.windows.net/\(Cast.tenant)/")
                })
            },
            Row("ISS-19", .issuerInvalid) { try Mint.token(by: .personal, header: { $0["kid"] = "kmsa" }) },
            Row("ISS-20", .tenantNotAllowed) { try tenant(Cast.personalTenant, by: .personal) },
            Row("ISS-21", .tenantNotAllowed) { try tenant(Cast.personalTenant) },
            Row("ISS-23", .issuerInvalid, on: bench(keyIssuer: .string(Cast.issuer(Cast.foreignTenant)))) {
                try Mint.token()
            },
            Row("key pinned to this tenant", on: bench(keyIssuer: .string(Cast.issuer(Cast.tenant)))) {
                try Mint.token()
            },
            Row("placeholder in another case", on: bench(keyIssuer: .string(Cast.issuer("{tenantId}")))) {
                try Mint.token()
            },
            Row("another cloud's key", .issuerInvalid) {
                try Mint.token(by: .government, header: { $0["kid"] = "kgov" })
            },
            Row(
                "metadata without cloud",
                on: { Bench(metadata: Documents.metadata { $0["cloud_instance_name"] = nil }) }
            ) {
                try Mint.token(by: .government, header: { $0["kid"] = "kgov" })
            },
            Row("any organization, a personal account", .tenantNotAllowed, on: anyOrganization) {
                try tenant(Cast.personalTenant, by: .personal)
            },
            Row("any organization, a personal key", .issuerInvalid, on: anyOrganization) {
                try tenant(Cast.foreignTenant, by: .personal)
            },
            Row("ISS-28 tenant", on: anyOrganization) { try tenant(Cast.foreignTenant) },
            Row("personal accounts by name", on: { several(Cast.tenants(Cast.tenant, Cast.personalTenant)) }) {
                try tenant(Cast.personalTenant, by: .personal)
            },
            Row("a predicate that refuses", .tenantNotAllowed, on: { several(.matching { _ in false }) }) {
                try Mint.token()
            },
            Row("a predicate that admits", on: { several(.matching { $0.description == Cast.tenant }) }) {
                try Mint.token()
            },
            Row("ver unknown", .versionNotAllowed) { try Mint.token(payload: { $0["ver"] = "2.00" }) },
            Row("ver twin", .versionNotAllowed) { try Mint.token(payload: { $0["ver"] = "2.0\u{301}" }) },
        ]
        + [
            "https://login.microsoftonline.com/{tenantid}/v2.0", Cast.issuer(Cast.tenant) + "/",
            Cast.issuer(Cast.tenant) + " ",
            "https://LOGIN.microsoftonline.com/\(Cast.tenant)/v2.0",
            "http://login.microsoftonline.com/\(Cast.tenant)/v2.0",
            "https://login.microsoftonline.com:443/\(Cast.tenant)/v2.0",
            "https://x@login.microsoftonline.com/\(Cast.tenant)/v2.0",
            "https://login.microsoftonline.com/\(Cast.tenant)/v2",
            "https://login.microsoftonline.com/\(Cast.tenant)", "https://login.microsoftonline.us/\(Cast.tenant)/v2.0",
            "https://x.b2clogin.com/\(Cast.tenant)/v2.0/", "https://sts.windows.net/\(Cast.tenant)/", "",
            "https://login.microsoftonline.com/\(Cast.tenant)/v2.0\u{301}", Cast.issuer(Cast.tenant) + "\u{0}",
            "https://login.microsoftonline.com//v2.0", "https://login.microsoftonline.com/\(Cast.tenant)/../x/v2.0",
            "https://\u{1F5}login.microsoftonline.com/\(Cast.tenant)/v2.0",
        ].map { issuer in
            Row("ISS-06…25 \(issuer.debugDescription)", .issuerInvalid) {
                try Mint.token(payload: { $0["iss"] = .string(issuer) })
            }
        }

    private static func tenant(_ id: String, by key: TestKey = .k1) throws -> String {
        try Mint.token(by: key, header: { $0["kid"] = .string(key.kid) }) {
            $0["tid"] = .string(id)
            $0["iss"] = .string(Cast.issuer(id))
        }
    }

    private static func bench(keyIssuer: JSONValue) -> @Sendable () -> Bench {
        { Bench(keySet: Documents.keySet([TestKey.k1.jwk { $0["issuer"] = keyIssuer }])) }
    }

    @Sendable private static func legacy() -> Bench { Bench { $0.versions = [.v1, .v2] } }

    @Sendable private static func lettered() -> Bench {
        Bench(
            metadata: Documents.metadata { $0["issuer"] = .string(Cast.issuer(Cast.letteredTenant)) },
            tenants: Cast.tenants(Cast.letteredTenant))
    }

    @Sendable private static func anyOrganization() -> Bench { several(.anyOrganization) }

    private static func several(_ tenants: TenantPolicy) -> Bench {
        Bench(metadata: Documents.metadata { $0["issuer"] = .string(Cast.templatedIssuer) }, tenants: tenants)
    }

    @Test("A multi-tenant caller is its tenant and object, never its address (ISS-28)")
    func identity() async throws {
        let bench = Self.anyOrganization()
        let token = try Mint.token(payload: {
            $0["tid"] = .string(Cast.foreignTenant)
            $0["iss"] = .string(Cast.issuer(Cast.foreignTenant))
            $0["preferred_username"] = "victim@contoso.example"
        })
        let principal = try await bench.validator.validate(BearerToken(token), policy: .scope("access_as_user"))
        #expect(principal.tenantID.description == Cast.foreignTenant)
        #expect(principal.objectID == Cast.object)
        #expect(bench.transport.lastMetadataURL == Cast.origin + "/organizations/v2.0/.well-known/openid-configuration")
    }

    @Test("A v1.0 token at a v2.0 API is explained to operators (ISS-16)")
    func version() async throws {
        let bench = Bench()
        let token = BearerToken(try Mint.token(payload: { $0["ver"] = "1.0" }))
        let error = try await #require(throws: AuthError.self) {
            try await bench.validator.validate(token, policy: .scope("access_as_user"))
        }
        #expect(error.code == .versionNotAllowed)
        #expect(error.diagnostic.contains("requestedAccessTokenVersion"))
    }
}
