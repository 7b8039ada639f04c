// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import EntraAuth

/// This project's validator, with the keys in memory.
struct EntraJudge: Judge {
    private let configuration: ValidatorConfiguration

    init(_ options: Options) throws {
        guard let tenant = TenantID(options.tenant) else { throw UsageError(description: "--tenant needs a GUID") }
        configuration = ValidatorConfiguration(
            authority: .global, tenants: .single(tenant), audiences: [options.audience])
    }

    func code(_ sample: Case) async -> String {
        let time = StandingClock(now: sample.now)
        let transport = OfflineDocuments(
            keySet: sample.keySet, authority: configuration.authority, tenants: configuration.tenants)
        let store = KeyStore(
            authority: configuration.authority, tenants: configuration.tenants, transport: transport, time: time)
        let validator = TokenValidator(configuration: configuration, keys: store, time: time)
        do throws(AuthError) {
            _ = try await validator.validate(BearerToken(sample.token), policy: .scope("access_as_user"))
            return "accepted"
        } catch {
            return error.code.rawValue
        }
    }
}
