// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

public import CoreMetrics
import Synchronization

/// The signing keys of one authority: cached, refreshed before they age, kept through outages, and fetched by at most
/// one request at a time (`spec §5`).
///
/// Readers take an immutable snapshot; only a token whose key is unknown ever waits.
public final class KeyStore: Sendable {
    struct State {
        var snapshot = KeySnapshot()
        var metadata: ProviderMetadata?
        var flight: KeyFlight?
        var bucket: TokenBucket
        var negative: NegativeKeyCache
        var distrusted: Set<KeyIdentifier> = []
        var nextRefresh: Duration
        var failures = 0
        var lastFailure: FetchError?
        var lastSuccess: Duration?
    }

    let source: KeySource
    let options: KeyStoreOptions
    let time: any TimeSource
    let onEvent: @Sendable (KeyStoreEvent) -> Void
    let metrics: KeyStoreMetrics
    let state: Mutex<State>

    /// Creates an empty store; the first lookup or ``refresh()`` fills it.
    ///
    /// - Parameters:
    ///   - authority: Who issues tokens.
    ///   - tenants: Whose tokens are accepted; decides whose metadata is asked for.
    ///   - transport: How documents are fetched.
    ///   - options: Times and bounds.
    ///   - time: The clocks.
    ///   - random: A number in 0..<1, for jitter.
    ///   - onEvent: Called after each refresh, on no particular thread.
    ///   - metrics: Where `entra.auth.keys.…` is recorded.
    public init(
        authority: Authority, tenants: TenantPolicy, transport: any DocumentTransport,
        options: KeyStoreOptions = KeyStoreOptions(), time: any TimeSource = SystemTimeSource(),
        random: @escaping @Sendable () -> Double = { Double.random(in: 0..<1) },
        onEvent: @escaping @Sendable (KeyStoreEvent) -> Void = { _ in },
        metrics: any MetricsFactory = MetricsSystem.factory
    ) {
        source = KeySource(
            authority: authority, tenant: tenants.metadataTenant, transport: transport, time: time, random: random)
        self.options = options
        self.time = time
        self.onEvent = onEvent
        self.metrics = KeyStoreMetrics(metrics)
        let now = time.uptime()
        state = Mutex(
            State(
                bucket: TokenBucket(
                    refill: options.attemptRefill, minimumInterval: options.minimumAttemptInterval, now: now),
                negative: NegativeKeyCache(capacity: options.negativeCapacity, lifetime: options.negativeLifetime),
                nextRefresh: now))
    }

    /// The store's condition, for readiness probes and metrics.
    public var health: KeyStoreHealth {
        let now = time.uptime()
        return state.withLock { state in
            KeyStoreHealth(
                keyCount: state.snapshot.entries.count, generation: state.snapshot.generation,
                sinceSuccess: state.lastSuccess.map { now - $0 }, consecutiveFailures: state.failures,
                lastFailure: state.lastFailure)
        }
    }

    /// Stops believing a key at once, whatever the authority publishes; for a key known to be stolen.
    ///
    /// - Parameter keyID: The key's `kid`.
    public func distrust(keyID: String) {
        let id = KeyIdentifier(Array(keyID.utf8)[...])
        state.withLock { state in
            state.distrusted.insert(id)
            guard state.snapshot.entries[id] != nil else { return }
            var entries = state.snapshot.entries
            entries[id] = nil
            state.snapshot = KeySnapshot(entries: entries, generation: state.snapshot.generation + 1)
        }
    }

    /// A known key, without waiting; a refresh that is due is started beside.
    func held(_ id: KeyIdentifier) -> HeldKey? {
        let now = time.uptime()
        let (found, flight) = state.withLock { state -> (HeldKey?, KeyFlight?) in
            guard let found = held(id, now: now, state) else { return (nil, nil) }
            let isDue = state.flight == nil && now >= state.nextRefresh
            return (found, isDue ? takeOff(&state) : nil)
        }
        if let flight { launch(flight) }
        return found
    }

    private func held(_ id: KeyIdentifier, now: Duration, _ state: State) -> HeldKey? {
        state.snapshot.key(id, now: now, maximumOutage: options.maximumOutage).map { key in
            HeldKey(
                key: key, cloudInstanceName: state.metadata?.cloudInstanceName, tenant: state.metadata?.tenant,
                generation: state.snapshot.generation)
        }
    }

    /// The key that a token names.
    ///
    /// A known key is returned at once. An unknown one makes the request wait for a refresh, its own or one under way.
    func key(_ id: KeyIdentifier) async throws(AuthError) -> HeldKey {
        if let found = held(id) { return found }
        return try await unheldKey(id)
    }

    /// The same for a key that ``held(_:)`` does not know.
    func unheldKey(_ id: KeyIdentifier) async throws(AuthError) -> HeldKey {
        let now = time.uptime()
        switch state.withLock({ decide(id, now: now, &$0) }) {
        case .refused(let error):
            throw error
        case .join(let flight):
            await flight.wait(atMost: options.unknownKeyWait, time: time)
        case .launch(let flight):
            launch(flight)
            await flight.wait(atMost: options.unknownKeyWait, time: time)
        }
        return try state.withLock { state throws(AuthError) in
            if let found = held(id, now: time.uptime(), state) { return found }
            // Still under way, or failed: nobody can say that the key does not exist.
            if state.flight != nil || state.failures > 0 { throw unavailable(state) }
            state.negative.insert(id, now: time.uptime())
            throw unknown(id)
        }
    }

    private enum Decision {
        case refused(AuthError)
        case join(KeyFlight)
        case launch(KeyFlight)
    }

    private func decide(_ id: KeyIdentifier, now: Duration, _ state: inout State) -> Decision {
        if state.distrusted.contains(id) { return .refused(unknown(id)) }
        if let flight = state.flight { return .join(flight) }
        if state.negative.contains(id, now: now) { return .refused(unknown(id)) }
        if now >= state.nextRefresh || state.bucket.take(now: now) { return .launch(takeOff(&state)) }
        return .refused(state.failures > 0 ? unavailable(state) : unknown(id))
    }

    private func unknown(_ id: KeyIdentifier) -> AuthError {
        AuthError(.keyNotFound, "No signing key has the kid \"\(KeyIdentifier.sanitized(id.bytes))\".")
    }

    private func unavailable(_ state: State) -> AuthError {
        let reason = state.lastFailure.map { "\($0)" } ?? "the fetch takes too long"
        return AuthError(
            .keysUnavailable, "The signing keys of \(source.authority.origin) cannot be fetched: \(reason)",
            retryAfter: 10)
    }
}
