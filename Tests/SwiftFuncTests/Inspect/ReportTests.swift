// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import EntraAuth
import EntraTenant
import FoundationEssentials
import StrictJSON
import Testing

@testable import SwiftFunc

@Suite("swift-func inspect: what it finds")
struct ReportTests {
    private let scene: Scene

    init() throws { scene = try Scene.shared.get() }

    @Test("A token of the local tenant passes every check")
    func good() async throws {
        let report = try await scene.report(try scene.token())
        #expect(report.verdict == .accepted)
        #expect(report.lines.allSatisfy { $0.word == .ok && $0.problem == nil && $0.advice == nil })
        #expect(report.text(isColored: false).hasSuffix("\nAccepted."))
        #expect(report.line(.audience)?.fact?.contains(scene.api.clientID) == true)
    }

    @Test(
        "A mistake is found, and what to change is said",
        arguments: [
            (#"aud="00000003-0000-0000-c000-000000000000""#, "aud", "audience_invalid", "must ask for api://"),
            (#"aud="api://elsewhere""#, "aud", "audience_invalid", "requestedAccessTokenVersion"),
            (#"ver="1.0""#, "ver", "version_not_allowed", "requestedAccessTokenVersion"),
            (#"scp="other""#, "policy", "insufficient_scope", "Expose an API"),
            (#"nonce="n""#, "kind", "token_kind_invalid", "access_token"),
            (#"iss="https://elsewhere.example/""#, "iss", "issuer_invalid", "AzureAd__Instance"),
            ("exp=1799999000", "time", "token_expired", "new token"),
            ("nbf=1800001000", "time", "token_not_yet_valid", "clock"),
        ])
    func mistakes(change: String, check: String, code: String, advice: String) async throws {
        let report = try await scene.report(try scene.token(change))
        let line = try #require(report.lines.first { $0.word == .failed })
        #expect(line.name.rawValue == check)
        #expect(line.problem?.hasPrefix(code + ": ") == true)
        #expect(line.advice?.contains(advice) == true, "\(line.advice ?? "none")")
        #expect(report.code?.rawValue == code)
    }

    @Test("A token of another tenant is told which tenant it should be")
    func tenant() async throws {
        let other = "99999999-0000-4000-8000-000000000000"
        let token = try scene.token(#"tid="\#(other)""#, #"iss="\#(scene.baseURL)/\#(other)/v2.0""#)
        let report = try await scene.report(token)
        #expect(report.failures == ["key_issuer", "tenant"])
        #expect(report.line(.tenant)?.fact == other)
        #expect(report.line(.tenant)?.advice?.contains(scene.mint.directory.tenantID) == true)
    }

    @Test("An application's token is accepted where its role is wanted, and else told that a user is missing")
    func daemon() async throws {
        let token = try scene.mint.mintForDaemon().compact
        let role = try #require(scene.api.appRoles.first)
        #expect(try await scene.report(token, "--app-role", role).verdict == .accepted)
        let refused = try await scene.report(token)
        #expect(refused.failures == ["policy"])
        #expect(refused.code == .delegatedRequired)
        #expect(refused.line(.policy)?.advice?.contains("on-behalf-of") == true)
    }

    @Test("A signature that was changed leaves the claims to hearsay, and says so")
    func signature() async throws {
        let good = try scene.token()
        let other = try scene.token(#"scp="other""#)
        let mixed =
            good.split(separator: ".")[..<2].joined(separator: ".") + "." + (other.split(separator: ".").last ?? "")
        let report = try await scene.report(mixed)
        #expect(report.failures == ["signature"])
        #expect(!report.isSignatureVerified)
        #expect(report.text(isColored: false).contains("nobody vouches"))
        #expect(report.line(.policy)?.word == .ok)
    }

    @Test("A token cut short is told to be copied whole", arguments: [1, 5, 100])
    func cut(count: Int) async throws {
        let report = try await scene.report(String(try scene.token().dropLast(count)))
        let line = try #require(report.lines.first { $0.word == .failed })
        #expect(line.advice?.contains("whole") == true)
    }

    @Test("A saved key set serves like the local tenant's")
    func keysFile() async throws {
        let path = scene.folder + "/saved-\(UUID().uuidString).json"
        try Data(try scene.keySet()).write(to: URL(filePath: path))
        let report = try await scene.report(
            try scene.token(), "--keys", path, "--tenant", scene.mint.directory.tenantID, "--client-id",
            scene.api.clientID, "--instance", scene.baseURL + "/", "--scope", scene.api.scopes[0])
        #expect(report.verdict == .accepted, "\(report.failures)")
        #expect(report.target.keySource == path)
    }

    @Test("Without keys nothing is proven, and where keys are found is said")
    func withoutKeys() async throws {
        let arguments = ["--tenant", scene.mint.directory.tenantID, "--client-id", scene.api.clientID]
        let report = try await scene.report(
            try scene.token(), arguments[0], arguments[1], arguments[2], arguments[3], "--instance", scene.baseURL,
            "--scope", scene.api.scopes[0])
        #expect(report.verdict == .unproven(nil))
        #expect(report.failures == [])
        #expect(report.line(.key)?.word == .notChecked)
        let url = "\(scene.baseURL)/\(scene.mint.directory.tenantID)/discovery/v2.0/keys"
        #expect(report.line(.key)?.advice?.contains(url) == true)
        let wrong = try await scene.report(
            try scene.token(), arguments[0], arguments[1], arguments[2], arguments[3], "--instance", scene.baseURL,
            "--scope", "other")
        #expect(wrong.verdict == .unproven(AuthError(.insufficientScope, "")))
    }

    @Test("A token is judged as of the time that is given")
    func time() async throws {
        let token = try scene.token("exp=1800003600")
        let line = try #require(try await scene.report(token, at: Scene.now + 4_200).line(.time))
        #expect(line.word == .failed)
        #expect(line.fact?.contains("expired 2027-01-15T09:00:00Z (10 min ago)") == true, "\(line.fact ?? "none")")
        let valid = try #require(try await scene.report(token).line(.time))
        #expect(valid.fact?.contains("expires 2027-01-15T09:00:00Z (in 60 min)") == true, "\(valid.fact ?? "none")")
    }
}
