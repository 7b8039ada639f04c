// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions
import AzureFunctionsEntra
import EntraAuth
import FoundationEssentials
import HTTPTypes
import Testing

@Suite struct `Entra settings` {
    private static let good = [
        "AzureAd__TenantId": SampleTenant.tenantID, "AzureAd__ClientId": SampleTenant.clientID,
    ]

    private func problems(_ changes: [String: String?]) -> [String] {
        var values = Self.good
        for (name, value) in changes { values[name] = value }
        return SampleTenant().entra(AppSettings(values)).problems.map(\.message)
    }

    @Test func `Tenant and client are enough`() {
        #expect(problems([:]) == [])
    }

    @Test func `Every problem is reported in one go, as a setting's`() {
        let entra = SampleTenant().entra([
            "AzureAd__TenantId": "x", "AzureAd__Instance": "https://evil.example/", "AzureAd__Domain": "no domain",
            "AzureAd__SkipUnrecognizedRequests": "maybe", "AzureAd__CertificateAuthorityFile": "/ca.pem",
        ])
        #expect(entra.problems.map(\.code) == Array(repeating: .setting, count: 6))
        for name in [
            "TenantId", "ClientId", "Instance", "Domain", "SkipUnrecognizedRequests", "CertificateAuthorityFile",
        ] {
            #expect(entra.problems.contains { $0.message.hasPrefix("AzureAd__\(name): ") }, "\(name)")
        }
    }

    @Test func `They are reported when the app starts, with those of the declarations`() {
        let entra = SampleTenant().entra([:])
        let app = FunctionApp {
            HTTPFunction("hello", guardedBy: entra.scope("a")) { _, _, _ in .status(.ok) }
            HTTPFunction("other", guardedBy: entra.scope("b")) { _, _, _ in .status(.ok) }
            TimerFunction("tick", schedule: "never") { _, _ in }
        }
        let error = #expect(throws: ConfigurationError.self) { try app.registry(host: HostConfiguration()) }
        #expect(error?.problems.map(\.code) == [.schedule, .setting, .setting])
    }

    @Test func `The aliases serve in place of the names`() {
        let changes: [String: String?] = [
            "AzureAd__TenantId": nil, "AzureAd__ClientId": nil, "AZTENANTID": SampleTenant.tenantID,
            "AZAPPID": SampleTenant.clientID,
        ]
        #expect(problems(changes) == [])
    }

    @Test func `An alias that says the same is fine, whatever the case`() {
        #expect(problems(["AZTENANTID": SampleTenant.tenantID.uppercased()]) == [])
    }

    @Test(arguments: [("AZTENANTID", "AzureAd__TenantId"), ("AZAPPID", "AzureAd__ClientId")])
    func `An alias that says something else is a problem`(alias: String, name: String) {
        #expect(
            problems([alias: "99999999-0000-0000-0000-000000000000"])
                == ["\(name): It differs from its alias \(alias); set one of them."])
    }

    @Test(arguments: ["common", "organizations", "0", "{" + SampleTenant.tenantID + "}", "contoso..com"])
    func `A tenant that is neither GUID nor domain is a problem that names what was set`(text: String) {
        let message = "\"\(text)\" is neither a GUID nor a domain."
        #expect(problems(["AzureAd__TenantId": text]) == ["AzureAd__TenantId: \(message)"])
        #expect(problems(["AzureAd__TenantId": nil, "AZTENANTID": text]) == ["AZTENANTID: \(message)"])
    }

    @Test func `A tenant may be named by a domain`() {
        #expect(problems(["AzureAd__TenantId": "contoso.onmicrosoft.com"]) == [])
        #expect(problems(["AzureAd__TenantId": nil, "AZTENANTID": "contoso.onmicrosoft.com"]) == [])
    }

    @Test(arguments: [
        ("https://contoso.ciamlogin.com/", nil, true), ("https://contoso.b2clogin.com/", "B2C_1_signin", true),
        ("https://contoso.b2clogin.com/", nil, false), ("https://a.b.ciamlogin.com/", nil, false),
        ("http://contoso.ciamlogin.com/", nil, false), ("https://contoso.b2clogin.com/", "a b", false),
    ])
    func `A directory for customers is an authority, with its user flow where it needs one`(
        instance: String, userFlow: String?, isFine: Bool
    ) {
        let found = problems(["AzureAd__Instance": instance, "AzureAd__SignUpSignInPolicyId": userFlow])
        #expect(found.isEmpty == isFine, "\(found)")
    }

    @Test func `A blank setting is a missing one`() {
        let expected = "AzureAd__ClientId: It is not set; use the GUID of the app registration (alias AZAPPID)."
        #expect(problems(["AzureAd__ClientId": "  "]) == [expected])
        #expect(problems(["AzureAd__ClientId": nil]) == [expected])
    }

    @Test(arguments: [
        "https://login.microsoftonline.com/", "https://login.microsoftonline.us",
        "https://login.partner.microsoftonline.cn/",
    ])
    func `A known cloud is accepted with and without a slash`(instance: String) {
        #expect(problems(["AzureAd__Instance": instance]) == [])
    }

    @Test(arguments: [
        "http://login.microsoftonline.com/", "https://login.microsoftonline.com.evil.example/",
        "login.microsoftonline.com",
        "https://login.microsoftonline.com/common", "https://localhost.evil.example:1/", "https://user@localhost:1/",
    ])
    func `An unknown authority is a problem, in development too`(instance: String) {
        for environment in ["Development", "Production"] {
            let found = problems(["AzureAd__Instance": instance, "AZURE_FUNCTIONS_ENVIRONMENT": environment])
            #expect(found.count == 1)
            #expect(found.first?.hasPrefix("AzureAd__Instance: \"\(instance)\" is not a known authority") == true)
        }
    }

    @Test(arguments: ["http://localhost:8080/", "https://127.0.0.1:8443", "https://[::1]:8443/"])
    func `A tenant on this machine is for development only`(instance: String) {
        let development: [String: String?] = [
            "AzureAd__Instance": instance, "AZURE_FUNCTIONS_ENVIRONMENT": "development",
        ]
        #expect(problems(development) == [])
        #expect(
            problems(["AzureAd__Instance": instance])
                == [
                    "AzureAd__Instance: A tenant on this machine is allowed only with "
                        + "AZURE_FUNCTIONS_ENVIRONMENT=Development."
                ])
        #expect(problems(["AzureAd__Instance": instance, "AZURE_FUNCTIONS_ENVIRONMENT": "Staging"]).count == 1)
    }

    @Test func `A certificate authority of one's own is for development only, and must be readable`() throws {
        let name = "AzureAd__CertificateAuthorityFile"
        let file = FileManager.default.temporaryDirectory.appending(path: "ca-\(UUID().uuidString).pem")
        try Data("not a certificate".utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        #expect(
            problems([name: file.path])
                == ["\(name): It is allowed only with AZURE_FUNCTIONS_ENVIRONMENT=Development."])
        let development = ["AZURE_FUNCTIONS_ENVIRONMENT": "Development"] as [String: String?]
        #expect(
            problems(development.merging([name: "/nonexistent"]) { $1 })
                == ["\(name): The file /nonexistent cannot be read."])
        // With the real transport, which looks into the file.
        let values = Self.good.merging(["AZURE_FUNCTIONS_ENVIRONMENT": "Development", name: file.path]) { $1 }
        let found = EntraID(settings: AppSettings(values)).problems.map(\.message)
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix("\(name): ") == true)
    }

    @Test(arguments: ["contoso", "", "contoso..com", "contoso.com/", "con\"toso.com", "contoso.com\r\nX: y", "ä.com"])
    func `A domain that is no DNS name is a problem, unless it is blank`(domain: String) {
        #expect(problems(["AzureAd__Domain": domain]).count == (domain.isEmpty ? 0 : 1))
    }

    @Test(arguments: ["true", "TRUE", "1", "false", "0", " true "])
    func `The flag takes true and false`(text: String) {
        #expect(problems(["AzureAd__SkipUnrecognizedRequests": text]) == [])
    }

    @Test(arguments: ["yes", "on", "2", "tru e"]) func `The flag takes nothing else`(text: String) {
        #expect(
            problems(["AzureAd__SkipUnrecognizedRequests": text])
                == ["AzureAd__SkipUnrecognizedRequests: It must be true or false."])
    }

    @Test func `A policy that cannot work is a problem at the function`() {
        let entra = SampleTenant().entra(AppSettings(Self.good))
        let line: UInt = #line + 2
        let app = FunctionApp {
            HTTPFunction("hello", guardedBy: entra.scope("two words")) { _, _, _ in .status(.ok) }
            HTTPFunction("other", guardedBy: entra.scopes(anyOf: [])) { _, _, _ in .status(.ok) }
        }
        let error = #expect(throws: ConfigurationError.self) { try app.validate() }
        #expect(error?.problems.map(\.code) == [.guardPolicy, .guardPolicy])
        #expect(error?.problems.map(\.site?.line) == [line, line + 1])
    }
}
