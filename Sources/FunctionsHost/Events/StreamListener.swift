// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
import Logging
import ServiceLifecycle

/// Gives the events of a stream to a function, partition by partition and in order.
///
/// What a function fails on is passed like the rest (host contract §7.8); what a handler that cannot be reached did not
/// get comes again.
struct StreamListener: TriggerListener {
    /// Other hosts that share the store wake nobody here.
    private static let pollInterval = 2.0
    private static let pause = 1.0

    let function: FunctionMetadata
    let stream: String
    let consumer: String
    let batchSize: Int
    let isMany: Bool
    let startsAtBeginning: Bool
    let invoker: Invoker
    let store: LocalStore
    let input: @Sendable ([StoredEvent]) -> TriggerInput

    func run() async {
        let state = ListenerState()
        let signals = (0..<StoreTransaction.partitionCount).map { _ in store.signals.signal(for: .stream(stream)) }
        await withGracefulShutdownHandler {
            await withDiscardingTaskGroup { group in
                for (partition, signal) in signals.enumerated() {
                    group.addTask { await listen(to: partition, signal, state) }
                }
            }
        } onGracefulShutdown: {
            state.stop()
            for signal in signals { signal.set() }
        }
    }

    private func listen(to partition: Int, _ signal: Signal, _ state: ListenerState) async {
        await begin(partition)
        while !Task.isCancelled, !state.isStopping {
            let isReady = (try? await invoker.supervisor.waitUntilReady()) != nil
            if state.isStopping { return }
            let events = isReady ? await next(partition) : nil
            var hasFailed = events == nil
            for batch in isMany ? [events ?? []] : (events ?? []).map({ [$0] }) where !batch.isEmpty && !hasFailed {
                hasFailed = !(await process(batch, partition, state))
                if state.isStopping { return }
            }
            if hasFailed || events?.isEmpty != false {
                let wait = hasFailed ? Self.pause : Self.pollInterval
                await signal.wait(until: invoker.clock.now.addingTimeInterval(wait), clock: invoker.clock)
            }
        }
    }

    /// Notes where a consumer begins that never came.
    private func begin(_ partition: Int) async {
        guard !startsAtBeginning else { return }
        let (stream, consumer) = (stream, consumer)
        try? await store.write { transaction in
            guard try transaction.position(of: consumer, in: stream, partition: partition) == nil else { return }
            let head = try transaction.head(of: stream, partition: partition)
            try transaction.checkpoint(stream, partition: partition, consumer: consumer, next: head)
        }
    }

    private func next(_ partition: Int) async -> [StoredEvent]? {
        let (stream, consumer, batchSize) = (stream, consumer, batchSize)
        do throws(StoreError) {
            return try await store.read { transaction in
                try transaction.events(of: stream, partition: partition, after: consumer, limit: batchSize)
            }
        } catch {
            invoker.log.function(function.name, .error, error.message)
            return nil
        }
    }

    /// Whether the events have been passed.
    private func process(_ events: [StoredEvent], _ partition: Int, _ state: ListenerState) async -> Bool {
        guard let last = events.last else { return true }
        let (stream, consumer) = (stream, consumer)
        let pass: Acknowledgement = { transaction in
            try transaction.checkpoint(stream, partition: partition, consumer: consumer, next: last.sequence + 1)
        }
        switch await invoker.trigger(function, input(events), acknowledge: pass) {
        case .succeeded: return true
        case .undelivered: return false
        case .failed:
            // A host that stops takes the handler away from under the function.
            if state.isStopping || Task.isCancelled { return false }
            return (try? await store.write(pass)) != nil
        }
    }
}
