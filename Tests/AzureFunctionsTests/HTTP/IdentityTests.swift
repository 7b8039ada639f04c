// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions
import FoundationEssentials
import HTTPTypes
import Testing

@Suite struct `Who the platform says is calling` {
    private func identities(_ envelope: String) async throws -> [CallerIdentity] {
        let found = Probe<[CallerIdentity]>()
        let app = FunctionApp {
            HTTPFunction("hello") { request, _ in
                found.record(request.identities)
                return .status(.ok)
            }
        }
        _ = try await Door(app).invoke("hello", envelope)
        return try #require(found.last)
    }

    private func principal(_ json: String) async throws -> CallerIdentity? {
        let field = Data(json.utf8).base64EncodedString()
        let data = #"{"req":{"Url":"http://x/","Method":"GET","Headers":{"X-MS-CLIENT-PRINCIPAL":["\#(field)"]}}}"#
        return try await identities(#"{"Data":\#(data),"Metadata":{}}"#).last
    }

    @Test func `The key of the host is an identity with its level`() async throws {
        let identity = try #require(try await identities(EnvelopeSamples.h1).first)
        #expect(identity.authenticationType == "WebJobsAuthLevel")
        #expect(identity.values(of: "http://schemas.microsoft.com/2017/07/functions/claims/authlevel") == ["Admin"])
    }

    @Test func `App Service authentication names the caller, the claims and the roles`() async throws {
        let identity = try #require(
            try await principal(
                #"{"auth_typ":"aad","name_typ":"name","role_typ":"roles","claims":[{"typ":"name","val":"Ada"},"#
                    + #"{"typ":"roles","val":"Reader"},{"typ":"roles","val":"Writer"}]}"#))
        #expect(identity.authenticationType == "aad")
        #expect(identity.name == "Ada")
        #expect(identity.roles == ["Reader", "Writer"])
    }

    @Test func `So does the form of Static Web Apps`() async throws {
        let identity = try #require(
            try await principal(
                #"{"identityProvider":"github","userId":"7","userDetails":"ada","userRoles":["anonymous","admin"]}"#))
        #expect(identity.authenticationType == "github")
        #expect(identity.userID == "7")
        #expect(identity.name == "ada")
        #expect(identity.roles == ["anonymous", "admin"])
    }

    @Test(arguments: ["", "x", "[]", "{", #"{"claims":5}"#, #"{"claims":[5,{"typ":1}]}"#])
    func `A field that is none of these is no caller, and nothing fails`(text: String) async throws {
        let identity = try await principal(text)
        #expect(identity?.claims.isEmpty ?? true)
        #expect(identity?.name == nil)
    }
}
