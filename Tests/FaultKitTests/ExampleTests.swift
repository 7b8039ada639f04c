// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import EntraAuth
import EntraAuthClient
import EntraTenant
import FoundationEssentials
import Logging
import Testing

extension FaultKit {
    @Suite("docs/fault-kit.md")
    struct ExampleTests {
        private let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

        @Test func everyHostileTokenIsRefused() async throws {
            let tenant = LocalTenant(state: try TenantState(inMemoryAt: .system), usesTLS: false, logger: logger)
            try await tenant.withRunning { endpoint in
                let app = try MyApp(instance: endpoint.baseURL, tenantID: endpoint.tenantID)
                let mint = try HostileMint(await tenant.mint())
                for hostile in HostileToken.catalogue(for: .userScope) {
                    let status = await app.status(token: try hostile.mint(by: mint))
                    #expect(status == hostile.expectedStatus, "\(hostile)")
                }
            }
        }

        @Test func aKeyServerThatFailsIsNotTheCallersFault() async throws {
            let tenant = LocalTenant(state: try TenantState(inMemoryAt: .system), usesTLS: false, logger: logger)
            try await tenant.withRunning { endpoint in
                let app = try MyApp(instance: endpoint.baseURL, tenantID: endpoint.tenantID)
                try tenant.setFault(.status(404), for: .keys)
                let token = try await tenant.mint().mintForUser("adele").compact
                #expect(await app.status(token: token) == 503)

                try tenant.setFault(nil, for: .keys)
                try await app.refreshKeys()
                #expect(await app.status(token: token) == 200)

                try tenant.rotateKeys(.immediate)
                let next = try await tenant.mint().mintForUser("adele").compact
                #expect(await app.status(token: next) == 200)
            }
        }

        @Test("Every Swift snippet of the page stands here to the letter")
        func snippets() throws {
            let folder = URL(filePath: #filePath).deletingLastPathComponent()
            let root = folder.deletingLastPathComponent().deletingLastPathComponent()
            let page = String(decoding: try Data(contentsOf: root.appending(path: "docs/fault-kit.md")), as: UTF8.self)
            let code = String(decoding: try Data(contentsOf: URL(filePath: #filePath)), as: UTF8.self)
            let snippets = page.split(separator: "```swift\n").dropFirst().map { part in
                part.prefix { $0 != "`" }.split(separator: "\n").map { "        \($0)" }.joined(separator: "\n")
            }
            let lines = code.split(separator: "\n").joined(separator: "\n")
            #expect(snippets.count == 2)
            for snippet in snippets { #expect(lines.contains(snippet), "not compiled:\n\(snippet)") }
        }
    }
}

/// The smallest app with one protected endpoint.
private struct MyApp: Sendable {
    private let store: KeyStore
    private let validator: TokenValidator

    init(instance: String, tenantID: String) throws {
        let authority = try #require(Authority.loopback(instance))
        let tenant = try #require(TenantID(tenantID))
        let transport = try HTTPDocumentTransport()
        var options = KeyStoreOptions()
        options.unknownKeyWait = .seconds(60)
        store = KeyStore(
            authority: authority, tenants: .single(tenant), transport: LabTransport(base: transport, haste: nil),
            options: options)
        validator = TokenValidator(
            configuration: ValidatorConfiguration(
                authority: authority, tenants: .single(tenant), audiences: ["00001111-aaaa-2222-bbbb-3333cccc4444"]),
            keys: store)
    }

    func status(token: String) async -> Int {
        do throws(AuthError) {
            let bearer = try BearerToken(authorization: ["Bearer \(token)"])
            _ = try await validator.validate(bearer, policy: .scope("access_as_user"))
            return 200
        } catch {
            return error.status
        }
    }

    func refreshKeys() async throws { try await store.refresh() }
}
