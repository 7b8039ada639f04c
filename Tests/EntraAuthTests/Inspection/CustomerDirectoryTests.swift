// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import EntraAuth
import StrictJSON
import Testing

@Suite("Directories of customers, validated and inspected")
struct CustomerDirectoryTests {
    private static let flow = "B2C_1_signin"

    @Test("A token of Azure AD B2C is judged by its issuer and user flow")
    func b2c() async throws {
        let authority = try #require(Authority.b2c("contoso", userFlow: Self.flow))
        let good = try await inspection(of: try Mint.token(payload: Self.b2cClaims), authority)
        #expect(good.firstFailure == nil)
        #expect(good.outcome(of: .version) == nil)
        #expect(good.outcome(of: .keyIssuer) == nil)
        let changes: [(Mint.Change, AuthError.Code)] = [
            ({ $0["tfp"] = "B2C_1_other" }, .issuerInvalid), ({ $0["tfp"] = "b2c_1_SIGNIN" }, .issuerInvalid),
            ({ $0["tfp"] = nil }, .issuerInvalid), ({ $0["ver"] = "2.0" }, .versionNotAllowed),
            ({ $0["tid"] = .string(Cast.foreignTenant) }, .issuerInvalid),
            ({ $0["iss"] = .string("https://contoso.b2clogin.com/\(Cast.foreignTenant)/v2.0/") }, .issuerInvalid),
            ({ $0["iss"] = .string("https://contoso.b2clogin.com/\(Cast.tenant)/v2.0") }, .issuerInvalid),
            ({ $0["iss"] = .string("https://fabrikam.b2clogin.com/\(Cast.tenant)/v2.0/") }, .issuerInvalid),
        ]
        for (number, (change, code)) in changes.enumerated() {
            let token = try Mint.token(payload: {
                Self.b2cClaims(&$0)
                change(&$0)
            })
            let refused = try await inspection(of: token, authority)
            #expect(refused.firstFailure?.code == code, "change \(number)")
        }
    }

    @Test("A token of External ID names its tenant twice in its issuer")
    func externalID() async throws {
        let authority = try #require(Authority.externalID("contoso"))
        let issuers = [
            ("https://\(Cast.tenant).ciamlogin.com/\(Cast.tenant)/v2.0", nil),
            ("https://contoso.ciamlogin.com/\(Cast.tenant)/v2.0", AuthError.Code.issuerInvalid),
            ("https://\(Cast.foreignTenant).ciamlogin.com/\(Cast.tenant)/v2.0", .issuerInvalid),
            ("https://\(Cast.tenant).ciamlogin.com/\(Cast.foreignTenant)/v2.0", .issuerInvalid),
            (Cast.issuer(Cast.tenant), .issuerInvalid),
        ]
        for (issuer, code) in issuers {
            let token = try Mint.token(payload: { $0["iss"] = .string(issuer) })
            let inspection = try await inspection(of: token, authority)
            #expect(inspection.firstFailure?.code == code, "\(issuer)")
        }
    }

    private static func b2cClaims(_ payload: inout JSONObject) {
        payload["iss"] = .string("https://contoso.b2clogin.com/\(Cast.tenant)/v2.0/")
        payload["tid"] = nil
        payload["oid"] = nil
        payload["ver"] = "1.0"
        payload["tfp"] = .string(flow)
    }

    private func inspection(of token: String, _ authority: Authority) async throws -> TokenInspection {
        let tenants = Cast.tenants(Cast.tenant)
        // Keys of these directories name neither issuer nor cloud.
        let key = TestKey.k1.jwk {
            $0["issuer"] = nil
            $0["cloud_instance_name"] = nil
        }
        let clock = ManualTimeSource()
        let store = KeyStore(
            authority: authority, tenants: tenants,
            transport: OfflineDocuments(keySet: Documents.keySet([key]), authority: authority, tenants: tenants),
            time: clock)
        let validator = TokenValidator(
            configuration: ValidatorConfiguration(authority: authority, tenants: tenants, audiences: [Cast.api]),
            keys: store, time: clock)
        let inspection = await validator.inspect(BearerToken(token), policy: .scope("access_as_user"))
        InspectionProperty.check(inspection, authority.origin)
        return inspection
    }
}
