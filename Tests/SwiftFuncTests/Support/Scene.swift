// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import ArgumentParser
import EntraAuth
import EntraTenant
import FoundationEssentials
import StrictJSON

@testable import SwiftFunc

/// A local tenant's folder, made once per process, and tokens of that tenant.
struct Scene: Sendable {
    static let now: Int64 = 1_800_000_000
    static let shared: Result<Scene, any Error> = Result { try Scene() }

    let folder: String
    let mint: TokenMint
    let api: APIRegistration
    let baseURL = "https://localhost:8443"

    private init() throws {
        folder = FileManager.default.temporaryDirectory.path + "/inspect-test-\(UUID().uuidString)"
        let clock = WallClock { Scene.now }
        let state = try TenantState(directory: folder, clock: clock)
        try state.saveEndpoint(baseURL: baseURL)
        let directory = TenantDirectory.standard
        mint = TokenMint(directory: directory, keys: state.keys, baseURL: baseURL, clock: clock)
        guard let api = directory.apis.first else { throw CommandError("The standard tenant has no API.") }
        self.api = api
    }

    /// A user's token for the API with claims changed.
    func token(_ changes: String...) throws -> String {
        guard let user = mint.directory.users.first else { throw CommandError("The standard tenant has no user.") }
        let token = try mint.mintForUser(user.userPrincipalName).compact
        return try ClaimChanges(changes).applied(to: token, key: mint.keys.current)
    }

    /// What `swift-func inspect` finds.
    func report(_ text: String, _ arguments: String..., at now: Int64 = Scene.now) async throws -> InspectionReport {
        let options = try InspectOptions.parse(
            arguments.contains("--tenant") ? arguments : ["--state", folder] + arguments)
        let target = try InspectionTarget(options)
        let input = TokenInput(text)
        return InspectionReport(of: await target.inspect(input, at: now), input, target, now: now)
    }

    /// The key set as the tenant would publish it.
    func keySet() throws -> [UInt8] {
        try LocalDefaults(StateOptions.parse(["--state", folder]), clientID: nil).keySet
    }
}
