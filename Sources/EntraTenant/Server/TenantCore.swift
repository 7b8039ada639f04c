// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import Logging
import Synchronization

/// What all endpoints of one running tenant share.
final class TenantCore: Sendable {
    let directory: TenantDirectory
    let clock: WallClock
    let random: RandomSource
    let logger: Logger
    let counter = RequestCounter()
    let grants = Mutex(GrantStore())
    let faults = FaultBoard()
    let sleeper: Sleeper
    let isSecure: Bool
    private let currentKeys: Mutex<TenantKeys>
    private let address = Mutex<String>("")

    init(
        directory: TenantDirectory, keys: TenantKeys, isSecure: Bool, clock: WallClock, sleeper: Sleeper,
        random: RandomSource, logger: Logger
    ) {
        self.directory = directory
        self.sleeper = sleeper
        currentKeys = Mutex(keys)
        self.isSecure = isSecure
        self.clock = clock
        self.random = random
        self.logger = logger
    }

    /// Scheme, host and port; set once the port is bound, which is before the first request is read.
    var baseURL: String {
        get { address.withLock { $0 } }
        set { address.withLock { $0 = newValue } }
    }

    var keys: TenantKeys { currentKeys.withLock { $0 } }

    /// Changes the keys once they are saved; two changes at once come one after the other.
    func replaceKeys(
        with keys: TenantKeys, _ save: (TenantKeys) throws(TenantStateError) -> Void
    ) throws(TenantStateError) {
        try currentKeys.withLock { current throws(TenantStateError) in
            try save(keys)
            current = keys
        }
    }

    var mint: TokenMint {
        TokenMint(directory: directory, keys: keys, baseURL: baseURL, clock: clock, random: random)
    }

    /// The tenant that a path segment names.
    ///
    /// - Throws: `AADSTS90002` for a tenant that is not here.
    func tenant(_ segment: String?) throws(OAuthError) -> TenantSegment {
        let name = (segment ?? "").lowercased()
        if name == directory.tenantID || name == directory.domain.lowercased() { return .tenant(directory.tenantID) }
        if ["common", "organizations"].contains(name) { return .alias(name) }
        throw OAuthError(
            "invalid_tenant", 90_002,
            "Tenant '\(Trace.printable(name))' not found. This tenant is \(directory.tenantID) (\(directory.domain)).")
    }
}
