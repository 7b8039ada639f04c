// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// The times and bounds of a ``KeyStore``; the defaults are those of `spec §5`.
public struct KeyStoreOptions: Sendable, Hashable {
    /// Between scheduled refreshes, give or take a tenth.
    public var refreshInterval: Duration = .seconds(3_600)
    /// How long a key that is no longer published stays usable at most while refreshes succeed.
    public var keyLifetime: Duration = .seconds(24 * 3_600)
    /// How long keys stay usable while no refresh succeeds.
    public var maximumOutage: Duration = .seconds(48 * 3_600)
    /// How long a request with an unknown `kid` waits for a refresh.
    public var unknownKeyWait: Duration = .milliseconds(2_500)
    /// At least this long between refreshes that unknown `kid`s cause.
    public var minimumAttemptInterval: Duration = .seconds(30)
    /// One refresh caused by an unknown `kid` per this time on average, with bursts of three.
    public var attemptRefill: Duration = .seconds(300)
    /// How long a `kid` that a fresh key set did not hold is refused without asking again.
    public var negativeLifetime: Duration = .seconds(60)
    /// How many such `kid`s are remembered.
    public var negativeCapacity = 1_024

    /// Creates the defaults.
    public init() {}
}
