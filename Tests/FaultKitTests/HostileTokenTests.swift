// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import EntraAuth
import EntraTenant
import Testing

extension FaultKit {
    @Suite("Hostile tokens")
    struct HostileTokenTests {
        @Test("Every token of the catalogue is judged as it says, fetches nothing without need, and is told to nobody")
        func catalogue() async throws {
            try await Lab.run { lab in
                let judge = try lab.judge()
                try await judge.store.refresh()
                let mint = try HostileMint(await lab.tenant.mint())
                for hostile in HostileToken.catalogue() {
                    let fetches = lab.fetches
                    let token = try hostile.mint(by: mint)
                    let refusal = await judge.refusal(token, on: hostile.route)
                    #expect(refusal?.code.rawValue == hostile.expectedCode, "\(hostile): \(refusal?.diagnostic ?? "")")
                    #expect(refusal?.status ?? 200 == hostile.expectedStatus, "\(hostile)")
                    if refusal?.code != .keyNotFound { #expect(lab.fetches == fetches, "\(hostile)") }
                    if let refusal { #expect(!Self.tells(refusal, token), "\(hostile): \(refusal.diagnostic)") }
                }
            }
        }

        @Test("A token over https gives the same code")
        func secure() async throws {
            try await Lab.runSecurely { lab in
                let judge = try lab.judge()
                let mint = try HostileMint(await lab.tenant.mint())
                #expect(await judge.code(try await lab.token()) == nil)
                for id in ["HDR-02", "HDR-37", "SIG-15", "TIM-01", "ISS-09/2", "AUD-01"] {
                    let hostile = try #require(HostileToken.named(id))
                    #expect(await judge.code(try hostile.mint(by: mint))?.rawValue == hostile.expectedCode, "\(id)")
                }
            }
        }

        @Test("What the hostile tokens are changed from is accepted on every route that a user's token suits")
        func control() async throws {
            try await Lab.run { lab in
                let judge = try lab.judge()
                for route in [HostileToken.Route.userScope, .knownClient, .membersOnly] {
                    #expect(await judge.refusal(try await lab.token(), on: route) == nil)
                }
                let daemon = try await lab.tenant.mint().mintForDaemon().compact
                #expect(await judge.refusal(daemon, on: .appRole) == nil)
            }
        }

        @Test("Ids come once, and each row of the catalogue that one token can show is there")
        func coverage() {
            let ids = HostileToken.catalogue().map(\.id)
            #expect(Set(ids).count == ids.count)
            let rows = Set(ids.map { String($0.prefix { $0 != "/" }) })
            #expect(rows == CatalogueRows.expressible)
            #expect(HostileToken.catalogue(for: .appRole).allSatisfy { $0.route == .appRole })
            #expect(HostileToken.named("HDR-99") == nil)
        }

        /// Whether a text for clients or operators has 20 bytes of a token in a row.
        private static func tells(_ error: AuthError, _ token: String) -> Bool {
            let bytes = Array(token.utf8.prefix(16_384))
            guard bytes.count >= 20 else { return false }
            let windows = Set((0...(bytes.count - 20)).map { Array(bytes[$0..<($0 + 20)]) })
            return [error.message, error.description, error.diagnostic].contains { text in
                let text = Array(text.utf8)
                guard text.count >= 20 else { return false }
                return (0...(text.count - 20)).contains { windows.contains(Array(text[$0..<($0 + 20)])) }
            }
        }
    }
}
