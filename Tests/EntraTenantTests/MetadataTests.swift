// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import Crypto
import CryptoExtras
import EntraTenant
import FoundationEssentials
import NIOHTTP1
import StrictJSON
import SwiftASN1
import Testing
import X509

@Suite("Metadata and keys")
struct MetadataTests {
    @Test("The v2.0 metadata has Entra's members and names this host")
    func metadata() async throws {
        try await Fixture.withTenant { browser, tenant in
            let base = browser.endpoint.authority
            let answer = try await browser.get("/\(browser.endpoint.tenantID)/v2.0/.well-known/openid-configuration")
            let document = try answer.json
            #expect(answer.status == 200)
            #expect(answer.headers.first(name: "content-type") == "application/json; charset=utf-8")
            #expect(document["issuer"] == .string("\(base)/v2.0"))
            #expect(document["jwks_uri"] == .string("\(base)/discovery/v2.0/keys"))
            #expect(document["token_endpoint"] == .string("\(base)/oauth2/v2.0/token"))
            #expect(document["authorization_endpoint"] == .string("\(base)/oauth2/v2.0/authorize"))
            #expect(document["end_session_endpoint"] == .string("\(base)/oauth2/v2.0/logout"))
            #expect(document["id_token_signing_alg_values_supported"] == ["RS256"])
            #expect(document["subject_types_supported"] == ["pairwise"])
            #expect(document["tenant_region_scope"]?.isNull == true)
            let keys = try await browser.get("/\(browser.endpoint.tenantID)/discovery/v2.0/keys").json
            #expect(keys["keys"]?.array?.first?["cloud_instance_name"] == document["cloud_instance_name"])
            #expect(tenant.requestCount(of: .metadata) == 1)
            #expect(tenant.requestCount(of: .keys) == 1)
        }
    }

    @Test("The tenant's domain and id mean the same, an alias keeps the literal placeholder, another tenant is refused")
    func aliases() async throws {
        try await Fixture.withTenant { browser, _ in
            func issuer(_ tenant: String) async throws -> String? {
                try await browser.get("/\(tenant)/v2.0/.well-known/openid-configuration").json["issuer"]?.string
            }
            #expect(try await issuer("contoso.onmicrosoft.com") == browser.endpoint.authority + "/v2.0")
            #expect(try await issuer("AAAABBBB-0000-CCCC-1111-DDDD2222EEEE") == browser.endpoint.authority + "/v2.0")
            #expect(try await issuer("common") == browser.endpoint.baseURL + "/{tenantid}/v2.0")
            #expect(try await issuer("organizations") == browser.endpoint.baseURL + "/{tenantid}/v2.0")
            let other = try await browser.get("/fabrikam.com/v2.0/.well-known/openid-configuration")
            #expect(other.status == 400)
            #expect(try other.json["error"] == "invalid_tenant")
            #expect(try other.json["error_codes"] == [90002])
        }
    }

    @Test("The v1.0 documents have the v1.0 issuer and keys without issuer")
    func version1() async throws {
        try await Fixture.withTenant { browser, _ in
            let tenant = browser.endpoint.tenantID
            let document = try await browser.get("/\(tenant)/.well-known/openid-configuration").json
            #expect(document["issuer"] == .string(browser.endpoint.authority + "/"))
            let keys = try await browser.get("/\(tenant)/discovery/keys").json
            #expect(keys["keys"]?.array?.count == 2)
            #expect(keys["keys"]?.array?.allSatisfy { $0["issuer"] == nil } == true)
        }
    }

    @Test("Each published key has Entra's members: no alg, x5t equals kid, x5c holds the same key")
    func keys() async throws {
        try await Fixture.withTenant { browser, _ in
            let set = try await browser.get("/\(browser.endpoint.tenantID)/discovery/v2.0/keys").json
            let keys = try #require(set["keys"]?.array)
            #expect(keys.count == 2)
            #expect(Set(keys.map { $0["kid"] }).count == 2)
            for key in keys {
                #expect(
                    key.object?.names.sorted()
                        == ["cloud_instance_name", "e", "issuer", "kid", "kty", "n", "use", "x5c", "x5t"])
                #expect(key["kty"] == "RSA")
                #expect(key["use"] == "sig")
                #expect(key["e"] == "AQAB")
                #expect(key["x5t"] == key["kid"])
                #expect(key["issuer"] == .string(browser.endpoint.authority + "/v2.0"))
                let encoded = try #require(key["x5c"]?.array?.first?.string)
                let der = Array(try #require(Data(base64Encoded: encoded)))
                let thumbprint = Array(Insecure.SHA1.hash(data: der))
                #expect(try IndependentVerifier.decode(Substring(key["kid"]?.string ?? "")) == thumbprint)
                let certificate = try Certificate(derEncoded: der)
                let publicKey = try #require(_RSA.Signing.PublicKey(certificate.publicKey))
                let modulus = try IndependentVerifier.decode(Substring(key["n"]?.string ?? ""))
                #expect(try Array(publicKey.getKeyPrimitives().modulus) == modulus)
                #expect(modulus.count == 256)
                #expect(certificate.publicKey.isValidSignature(certificate.signature, for: certificate))
            }
            let common = try await browser.get("/common/discovery/v2.0/keys").json
            let templated = JSONValue.string(browser.endpoint.baseURL + "/{tenantid}/v2.0")
            #expect(common["keys"]?.array?.allSatisfy { $0["issuer"] == templated } == true)
        }
    }

    @Test("Instance discovery points at this host's metadata")
    func instance() async throws {
        try await Fixture.withTenant { browser, _ in
            let document = try await browser.get("/common/discovery/instance?api-version=1.1").json
            #expect(
                document["tenant_discovery_endpoint"]
                    == .string(browser.endpoint.baseURL + "/common/v2.0/.well-known/openid-configuration"))
            let host = JSONValue.string("localhost:\(browser.endpoint.port)")
            #expect(document["metadata"]?.array?.first?["aliases"] == [host])
        }
    }
}
