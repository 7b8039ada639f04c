// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import EntraAuth
import EntraTenant

/// A validator with its key store.
struct Judge: Sendable {
    static let api = "00001111-aaaa-2222-bbbb-3333cccc4444"
    static let client = "11112222-bbbb-3333-cccc-4444dddd5555"

    let store: KeyStore
    let validator: TokenValidator

    init?(_ endpoint: TenantEndpoint, transport: any DocumentTransport, time: LabTime) {
        guard let authority = Authority.loopback(endpoint.baseURL), let tenant = TenantID(endpoint.tenantID) else {
            return nil
        }
        var options = KeyStoreOptions()
        options.unknownKeyWait = .seconds(60)
        store = KeyStore(
            authority: authority, tenants: .single(tenant), transport: transport, options: options, time: time,
            random: { 0 })
        validator = TokenValidator(
            configuration: ValidatorConfiguration(
                authority: authority, tenants: .single(tenant), audiences: [Self.api]), keys: store, time: time)
    }

    /// The refusal of a token; nil when it is accepted.
    func refusal(_ token: String, on route: HostileToken.Route = .userScope) async -> AuthError? {
        do throws(AuthError) {
            let bearer = try BearerToken(authorization: ["Bearer \(token)"])
            _ = try await validator.validate(bearer, policy: Self.policy(of: route))
            return nil
        } catch {
            return error
        }
    }

    /// The code of a refusal.
    func code(_ token: String) async -> AuthError.Code? { await refusal(token)?.code }

    static func policy(of route: HostileToken.Route) -> AuthorizationPolicy {
        let scope = AuthorizationPolicy.scope("access_as_user")
        return switch route {
        case .knownClient: scope.clients([client])
        case .membersOnly: scope.membersOnly()
        case .authenticationContext: scope.authenticationContext("c1")
        case .userRole: .userRoles(anyOf: ["Task.Run"])
        case .appRole: .appRoles(anyOf: ["Task.Run"])
        default: scope
        }
    }
}
