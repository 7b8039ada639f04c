// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import EntraAuth
import EntraTenant
import StrictJSON
import Testing

@testable import SwiftFunc

@Suite("swift-func inspect: what it never prints")
struct DisclosureTests {
    private let scene: Scene

    init() throws { scene = try Scene.shared.get() }

    @Test("No twenty letters of a token are in a report, and no name of its user")
    func token() async throws {
        let tokens = [
            try scene.token(), try scene.token(#"aud="x""#), try scene.token("exp=1"),
            try scene.mint.mintForDaemon().compact,
            String(try scene.token().dropLast(7)), try scene.token().replacing(".", with: ","),
            "Bearer " + (try scene.token()), "Authorization: Bearer " + (try scene.token()) + " x",
        ]
        for token in tokens {
            let report = try await scene.report(token)
            let output = report.text(isColored: true) + report.text(isColored: false) + report.json
            let bytes = Array(output.utf8)
            var windows: Set<ArraySlice<UInt8>> = []
            for start in 0..<max(bytes.count - 19, 0) { windows.insert(bytes[start..<start + 20]) }
            let secret = Array(token.drop { $0 != "e" || !token.contains("eyJ") }.utf8)
            for start in 0..<max(secret.count - 19, 0) where windows.contains(secret[start..<start + 20]) {
                Issue.record("\(String(decoding: secret[start..<start + 20], as: UTF8.self)) is printed")
                break
            }
            for user in scene.mint.directory.users {
                #expect(!output.contains(user.name))
                #expect(!output.contains(user.userPrincipalName))
            }
        }
    }

    @Test("A claim cannot write to the terminal, nor fill it")
    func terminal() async throws {
        let report = try await scene.report(
            try scene.token(#"aud="\u001b[31m\u0007\u202Ex""#, "scp=\"\(String(repeating: "s", count: 5_000))\""))
        let text = report.text(isColored: false)
        #expect(text.utf8.allSatisfy { 0x20...0x7E ~= $0 || $0 == UInt8(ascii: "\n") })
        #expect(text.utf8.count < 4_096)
    }

    @Test("Colours come on a terminal only, and not with NO_COLOR")
    func colors() async throws {
        let report = try await scene.report(try scene.token("exp=1"))
        #expect(report.text(isColored: true).contains("\u{1B}[31mfailed"))
        #expect(!report.text(isColored: false).contains("\u{1B}"))
        #expect(Terminal.showsColors(environment: [:], isTerminal: true))
        #expect(Terminal.showsColors(environment: ["NO_COLOR": ""], isTerminal: true))
        #expect(!Terminal.showsColors(environment: ["NO_COLOR": "1"], isTerminal: true))
        #expect(!Terminal.showsColors(environment: ["TERM": "dumb"], isTerminal: true))
        #expect(!Terminal.showsColors(environment: [:], isTerminal: false))
    }
}
