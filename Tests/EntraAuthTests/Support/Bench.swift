// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import EntraAuth
import StrictJSON
import Synchronization
import Testing

/// A validator with its store, clocks and transport in the test's hand.
struct Bench: Sendable {
    let clock = ManualTimeSource()
    let transport: ScriptedTransport
    let store: KeyStore
    let validator: TokenValidator
    let events: EventLog

    init(
        keySet: [UInt8] = Documents.keySet(.k1, .k2, .personal, .government),
        metadata: [UInt8] = Documents.metadata(), tenants: TenantPolicy = Cast.tenants(Cast.tenant),
        options: KeyStoreOptions = KeyStoreOptions(), revocation: (any RevocationChecking)? = nil,
        cache: VerifiedTokenCache? = nil, _ configure: (inout ValidatorConfiguration) -> Void = { _ in }
    ) {
        var configuration = ValidatorConfiguration(authority: .global, tenants: tenants, audiences: [Cast.api])
        configure(&configuration)
        let events = EventLog()
        transport = ScriptedTransport(metadata: .json(metadata), keySet: .json(keySet))
        store = KeyStore(
            authority: .global, tenants: tenants, transport: transport, options: options, time: clock,
            random: { 0.5 }, onEvent: { events.append($0) })
        validator = TokenValidator(
            configuration: configuration, keys: store, time: clock, revocation: revocation, cache: cache)
        self.events = events
    }

    /// The private code for one token; nil when it is accepted.
    func code(_ token: String, policy: AuthorizationPolicy = .scope("access_as_user")) async -> AuthError.Code? {
        do {
            _ = try await validator.validate(BearerToken(token), policy: policy)
            return nil
        } catch {
            return error.code
        }
    }

    /// A user's token that is valid at the clock's present time.
    func freshToken(by key: TestKey = .k1, kid: String? = nil) throws -> String {
        let now = clock.unixTime()
        return try Mint.token(by: key) {
            $0["kid"] = .string(kid ?? key.kid)
        } payload: {
            $0["iat"] = .integer(now)
            $0["nbf"] = .integer(now)
            $0["exp"] = .integer(now + 3_600)
        }
    }
}
