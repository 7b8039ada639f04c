// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import Synchronization
import Tracing

extension KeyStore {
    /// Fetches metadata and keys now, or joins the fetch under way.
    ///
    /// - Throws: The ``FetchError`` of a failed fetch; keys that are held stay in use.
    public func refresh() async throws(FetchError) {
        let (flight, isMine) = state.withLock { state in
            if let flight = state.flight { return (flight, false) }
            return (takeOff(&state), true)
        }
        if isMine { launch(flight) }
        await flight.wait(atMost: .seconds(15), time: time)
        let failure = state.withLock { state in
            // Only a transport that ignores its deadline gets here while it still works.
            state.flight === flight ? FetchError(.timeout, "The refresh did not end in time.") : state.lastFailure
        }
        if let failure { throw failure }
    }

    /// Keeps the keys fresh until the task is cancelled.
    public func maintain() async {
        while !Task.isCancelled {
            let now = time.uptime()
            let (flight, pause) = state.withLock { state -> (KeyFlight?, Duration) in
                guard state.flight == nil, now >= state.nextRefresh else {
                    return (nil, max(state.nextRefresh - now, .seconds(1)))
                }
                return (takeOff(&state), .zero)
            }
            if let flight {
                launch(flight)
                await flight.wait(atMost: .seconds(30), time: time)
            } else {
                try? await time.sleep(for: pause)
            }
        }
    }

    /// Registers a refresh; whoever registers it must launch it.
    func takeOff(_ state: inout State) -> KeyFlight {
        let flight = KeyFlight()
        state.flight = flight
        return flight
    }

    /// Runs a registered refresh.
    ///
    /// The task is unstructured because the refresh belongs to all who wait for it: the request that happened to start
    /// it may be cancelled or give up without taking the others' keys away. Its time is bounded by the fetch limits.
    func launch(_ flight: KeyFlight) {
        Task {
            let start = time.uptime()
            let outcome = await withSpan("entra.keys.refresh") { _ in await fetch() }
            let (events, snapshot) = state.withLock { state in
                state.flight = nil
                return (merge(outcome, &state), state.snapshot)
            }
            for event in events { onEvent(event) }
            let failure: FetchError? = if case .failure(let error) = outcome { error } else { nil }
            metrics.record(
                failure: failure, took: time.uptime() - start, keys: snapshot.entries.count,
                generation: snapshot.generation)
            flight.finish()
        }
    }

    private func fetch() async -> Result<(ProviderMetadata, KeySetDocument), FetchError> {
        do throws(FetchError) {
            let metadata: ProviderMetadata
            do throws(FetchError) {
                metadata = try await source.metadata()
            } catch {
                // jwks_uri practically never moves, so the last good one serves while metadata is down.
                guard let known = state.withLock({ $0.metadata }) else { throw error }
                metadata = known
            }
            let keySet = try await source.keySet(metadata)
            guard !keySet.keys.isEmpty else { throw FetchError(.malformed, "The key set has no usable key.") }
            return .success((metadata, keySet))
        } catch {
            return .failure(error)
        }
    }

    private func merge(
        _ outcome: Result<(ProviderMetadata, KeySetDocument), FetchError>, _ state: inout State
    ) -> [KeyStoreEvent] {
        let now = time.uptime()
        switch outcome {
        case .failure(let error):
            state.failures += 1
            state.lastFailure = error
            let backOff = min(Duration.seconds(30) * (1 << min(state.failures - 1, 5)), .seconds(900))
            state.nextRefresh = now + jittered(backOff)
            return [.failed(error, keysHeld: state.snapshot.entries.count)]
        case .success(let (metadata, document)):
            state.failures = 0
            state.lastFailure = nil
            state.lastSuccess = now
            state.metadata = metadata
            state.nextRefresh = now + jittered(options.refreshInterval)
            let events = merge(document, now: now, &state)
            return metadata.namesOtherAlgorithms ? events + [.algorithmNotListed] : events
        }
    }

    /// Adds and extends; drops a key only after three absences over three hours, or a day (`spec §5.3`), because key
    /// servers answer with thin sets during a rollover.
    private func merge(
        _ document: KeySetDocument, now: Duration, _ state: inout State
    ) -> [KeyStoreEvent] {
        var entries = state.snapshot.entries
        var events: [KeyStoreEvent] = []
        var added = 0
        var dropped = 0
        for (id, key) in document.keys where !state.distrusted.contains(id) {
            if var entry = entries[id], entry.key.isSame(as: key) {
                entry.lastSeen = now
                entry.missCount = 0
                entries[id] = entry
            } else {
                if entries[id] != nil { events.append(.replaced(keyID: KeyIdentifier.sanitized(id.bytes))) }
                entries[id] = KeySnapshot.Entry(key: key, firstSeen: now, lastSeen: now)
                state.negative.remove(id)
                added += 1
            }
        }
        for (id, var entry) in entries where document.keys[id] == nil {
            entry.missCount += 1
            let absence = now - entry.lastSeen
            let isWithdrawn = entry.missCount >= 3 && absence >= .seconds(3 * 3_600)
            if document.ambiguous.contains(id) || isWithdrawn || absence >= options.keyLifetime {
                entries[id] = nil
                dropped += 1
            } else {
                entries[id] = entry
            }
        }
        let isChanged = added + dropped > 0
        state.snapshot = KeySnapshot(
            entries: entries, generation: state.snapshot.generation + (isChanged ? 1 : 0))
        events.append(
            .refreshed(keys: entries.count, added: added, dropped: dropped, skipped: document.rejections))
        return events
    }

    private func jittered(_ duration: Duration) -> Duration {
        duration * (0.9 + 0.2 * source.random())
    }
}
