// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import EntraAuth
import EntraAuthClient
import EntraTenant
import FoundationEssentials
import Logging
import Testing

/// A running tenant and what fetches from it.
struct Lab: Sendable {
    private static let made = Result { try TenantState(inMemoryAt: .system) }

    let tenant: LocalTenant
    let endpoint: TenantEndpoint
    let transport: any DocumentTransport
    let time: LabTime

    /// Runs a tenant over plain http for the time of a test.
    static func run(_ body: @escaping @Sendable (Lab) async throws -> Void) async throws {
        try await run(try made.get(), usesTLS: false, trust: .system, body)
    }

    /// Runs a tenant over https with its state on disk.
    static func runSecurely(_ body: @escaping @Sendable (Lab) async throws -> Void) async throws {
        let path = FileManager.default.temporaryDirectory.path + "/fault-kit-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: path) }
        let state = try TenantState(directory: path)
        let file = try #require(state.certificateAuthorityPath)
        try await run(state, usesTLS: true, trust: .file(file), body)
    }

    private static func run(
        _ state: TenantState, usesTLS: Bool, trust: TrustRoots, _ body: @escaping @Sendable (Lab) async throws -> Void
    ) async throws {
        let time = LabTime()
        let tenant = LocalTenant(
            state: state, usesTLS: usesTLS, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
            clock: time.wallClock)
        let transport = try HTTPDocumentTransport(trust: trust)
        try await tenant.withRunning { endpoint in
            try await body(Lab(tenant: tenant, endpoint: endpoint, transport: transport, time: time))
        }
    }

    /// A validator that knows no key yet.
    func judge(haste: LabTransport.Haste? = nil) throws -> Judge {
        try #require(Judge(endpoint, transport: LabTransport(base: transport, haste: haste), time: time))
    }

    /// A good user token by the key that signs.
    func token() async throws -> String { try await tenant.mint().mintForUser("adele").compact }

    /// Documents that were asked for.
    var fetches: Int {
        let documents: [LocalTenant.Document] = [.metadata, .keys]
        return documents.map { tenant.requestCount(of: $0) + tenant.faultCount(of: $0) }.reduce(0, +)
    }
}
