// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import ArgumentParser
import EntraAuth
import EntraTenant
import StrictJSON
import Testing

@testable import SwiftFunc

@Suite("swift-func inspect: the command")
struct InspectCommandTests {
    private let scene: Scene

    init() throws { scene = try Scene.shared.get() }

    @Test("A token is taken however it is pasted")
    func input() async throws {
        let token = try scene.token()
        for text in [
            token, " \(token)\r\n", "Bearer \(token)", "Authorization: Bearer \(token)\n",
            "authorization:bearer   \(token)",
        ] {
            #expect(try await scene.report(text).verdict == .accepted, "\(text.prefix(20))")
        }
        let header = try await scene.report("Authorization: Basic eDp5")
        #expect(header.failures == ["credentials"])
        #expect(header.code == .missingCredentials)
        #expect(TokenInput(" \n").isEmpty)
    }

    @Test("It ends with 0 when the token is accepted, else with 1")
    func exitCode() async throws {
        let good = ["--state", scene.folder, "--json", "--at", "\(Scene.now)", try scene.token()]
        let accepted = try InspectCommand.parse(good)
        try await accepted.run()
        let refused = try InspectCommand.parse(good.dropLast() + [try scene.token("exp=1")])
        let error = await #expect(throws: ExitCode.self) { try await refused.run() }
        #expect(error == .failure)
        #expect(error?.rawValue == 1)
    }

    @Test(
        "What is wrong with the arguments is told with 64",
        arguments: [
            [], ["-", "token"], ["a.b.c", "--tenant", "contoso", "--client-id", "c"], ["a.b.c", "--at", "-1"],
            ["a.b.c", "--at", "soon"], ["a.b.c", "--state", "/nowhere"], ["a.b.c", "--keys", "/nowhere/keys.json"],
            ["a.b.c", "--tenant", "11111111-1111-4111-8111-111111111111"], [" "],
            [
                "a.b.c", "--tenant", "11111111-1111-4111-8111-111111111111", "--client-id",
                "11111111-1111-4111-8111-111111111111", "--instance", "https://login.example",
            ],
        ])
    func usage(arguments: [String]) async {
        let error = await #expect(throws: (any Error).self) {
            let command = try InspectCommand.parse(arguments)
            try await command.run()
        }
        #expect(error.map { InspectCommand.exitCode(for: $0).rawValue } == 64)
    }

    @Test("The report for programs says the same as the one for people")
    func json() async throws {
        let report = try await scene.report(try scene.token(#"scp="other""#))
        let document = try JSONValue(parsing: Array(report.json.utf8))
        #expect(document["verdict"] == "refused")
        #expect(document["status"] == 403)
        #expect(document["code"] == "insufficient_scope")
        #expect(document["message"] == "Invalid scope")
        #expect(document["at"]?.int64 == Scene.now)
        #expect(document["signatureVerified"] == true)
        let checks = try #require(document["checks"]?.array)
        #expect(checks.compactMap { $0["name"]?.string } == report.lines.map(\.name.rawValue))
        #expect(checks.last?["outcome"] == "failed")
        #expect(checks.last?["advice"]?.string == report.line(.policy)?.advice)
        let accepted = try JSONValue(parsing: Array(try await scene.report(try scene.token()).json.utf8))
        #expect(accepted["verdict"] == "accepted")
        #expect(accepted["code"] == nil)
    }

    @Test("Times are told in UTC and from now")
    func times() {
        #expect(Timestamp(0)?.text == "1970-01-01T00:00:00Z")
        #expect(Timestamp(Timestamp.last)?.text == "9999-12-31T23:59:59Z")
        #expect(Timestamp(Timestamp.last + 1) == nil)
        #expect(Timestamp(-1) == nil)
        #expect(Timestamp(nil) == nil)
        let words = [(0, "now"), (5, "in 5 s"), (-300, "5 min ago"), (7_300, "in 2 h"), (-400_000, "4 days ago")]
        for (distance, text) in words {
            #expect(Timestamp(Scene.now + Int64(distance))?.relative(to: Scene.now) == text)
        }
    }
}
