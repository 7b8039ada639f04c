// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import EntraTenant
import Logging
import StrictJSON

/// One state for all tests, because RSA keys take their time.
enum Fixture {
    private static let made = Result { try TenantState(inMemoryAt: .system) }
    static var state: TenantState { get throws { try made.get() } }

    static let directory = TenantDirectory.standard
    static let api = "api://00001111-aaaa-2222-bbbb-3333cccc4444"
    static let apiID = "00001111-aaaa-2222-bbbb-3333cccc4444"
    static let webAppID = "11112222-bbbb-3333-cccc-4444dddd5555"
    static let daemonID = "22223333-cccc-4444-dddd-5555eeee6666"
    static let middleTierID = "33334444-dddd-5555-eeee-6666ffff7777"
    static let adele = "aaaaaaaa-0000-1111-2222-bbbbbbbbbbbb"
    static let redirectURI = "http://localhost:5000"

    /// A directory with a public client, a v1.0 API and an API that marks app-only tokens.
    static var extended: TenantDirectory {
        var directory = TenantDirectory.standard
        let version1 = APIRegistration(
            name: "Old API", clientID: "44445555-eeee-6666-ffff-777700008888", scopes: ["old.read"],
            appRoles: ["Old.Run"], requestedAccessTokenVersion: 1)
        let marking = APIRegistration(
            name: "Marking API", clientID: "55556666-ffff-7777-0000-888811119999", scopes: ["mark"],
            appRoles: ["Mark.Run"], includesTokenKind: true)
        directory.apis += [version1, marking]
        directory.clients.append(
            ClientRegistration(
                name: "Phone", clientID: "66667777-0000-8888-1111-999922220000",
                redirectURIs: ["http://localhost/phone", "myapp://callback"],
                permissions: [GrantedPermission(api: apiID, scopes: ["access_as_user"])]))
        return directory
    }

    /// Runs a tenant for the time of a test.
    static func withTenant(
        _ directory: TenantDirectory = directory, clock: WallClock = .system,
        _ body: @escaping @Sendable (Browser, LocalTenant) async throws -> Void
    ) async throws {
        let tenant = LocalTenant(
            directory: directory, state: try state, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
            clock: clock)
        let authority = try state.certificateAuthorityPEM
        try await tenant.withRunning { endpoint in
            try await Browser.with(endpoint, trusting: authority) { try await body($0, tenant) }
        }
    }
}
