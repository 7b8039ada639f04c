// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import ArgumentParser
import EntraAuth
import EntraTenant
import FoundationEssentials
import FunctionsHost

/// The tenant that runs beside the host, for the host's development page.
///
/// The keys are read anew each time, since the tenant rotates them.
struct TenantTokens: DevelopmentTokens {
    let directory: TenantDirectory
    /// Scheme, host and port of the tenant, without a slash at the end.
    let baseURL: String
    let state: StateOptions

    var tenant: DevelopmentTenant {
        DevelopmentTenant(
            address: "\(baseURL)/\(directory.tenantID)",
            users: directory.users.map { .init(name: $0.name, signInName: $0.userPrincipalName) },
            apis: directory.apis.map { .init(name: $0.name, clientID: $0.clientID, scopes: $0.scopes) })
    }

    func token(_ request: DevelopmentTokenRequest) async throws(DevelopmentTokenError) -> String {
        do {
            let age = request.isExpired ? TokenCommand.expiredAge : 0
            let mint = TokenMint(
                directory: directory, keys: try TenantState(directory: state.directory).keys, baseURL: baseURL,
                clock: WallClock { Int64(Date().timeIntervalSince1970) - age })
            guard let user = request.user else { return try mint.mintForDaemon(api: request.api).compact }
            let scopes = request.scopes.isEmpty ? nil : request.scopes
            return try mint.mintForUser(user, api: request.api, scopes: scopes).compact
        } catch {
            throw Self.error(error)
        }
    }

    func report(on text: String) async throws(DevelopmentTokenError) -> [UInt8] {
        let input = TokenInput(text)
        guard !input.isEmpty else { throw DevelopmentTokenError("There is no token.") }
        do {
            let target = try InspectionTarget(try InspectOptions.parse(state.arguments))
            let now = SystemTimeSource().unixTime()
            let report = InspectionReport(of: await target.inspect(input, at: now), input, target, now: now)
            return Array(report.json.utf8)
        } catch {
            throw Self.error(error)
        }
    }

    private static func error(_ error: any Error) -> DevelopmentTokenError {
        DevelopmentTokenError((error as? MintError)?.message ?? "\(error)")
    }
}
