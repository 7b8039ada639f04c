// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
import Logging
import ServiceLifecycle

/// Gives the messages of a mailbox to a function, each until it succeeds or has failed too often.
struct MailboxListener: TriggerListener {
    /// Other hosts that share the store wake nobody here.
    private static let pollInterval = 2.0
    /// When the handler cannot be reached, or the store fails.
    private static let pause = 1.0

    let function: FunctionMetadata
    let mailbox: Mailbox
    let policy: MailboxPolicy
    let invoker: Invoker
    let store: LocalStore
    /// Makes the trigger's value of messages; nil when they are out of date and nobody needs them.
    let input: @Sendable ([StoredMessage]) async -> TriggerInput?

    func run() async {
        let signal = store.signals.signal(for: .mailbox(mailbox))
        let state = ListenerState()
        await withGracefulShutdownHandler {
            await withDiscardingTaskGroup { group in
                while !Task.isCancelled, !state.isStopping {
                    guard state.running <= policy.newBatchThreshold else {
                        await signal.wait(until: nil, clock: invoker.clock)
                        continue
                    }
                    // A message that is taken while there is no handler would only have been delivered in vain.
                    let isReady = (try? await invoker.supervisor.waitUntilReady()) != nil
                    if state.isStopping { return }
                    let room = policy.maximumRunning - state.running
                    let messages = isReady ? await take(min(room, policy.batchSize)) : nil
                    guard let messages, !messages.isEmpty else {
                        await signal.wait(until: await nextLook(isFailing: messages == nil), clock: invoker.clock)
                        continue
                    }
                    for batch in batches(messages) {
                        state.add(batch.count)
                        group.addTask {
                            await process(batch, state)
                            state.add(-batch.count)
                            signal.set()
                        }
                    }
                }
            }
        } onGracefulShutdown: {
            state.stop()
            signal.set()
        }
    }

    private func batches(_ messages: [StoredMessage]) -> [[StoredMessage]] {
        stride(from: 0, to: messages.count, by: policy.messagesPerInvocation).map { start in
            Array(messages[start..<min(messages.count, start + policy.messagesPerInvocation)])
        }
    }

    /// Nil when the store failed.
    private func take(_ count: Int) async -> [StoredMessage]? {
        let (now, mailbox, policy) = (invoker.clock.now, mailbox, policy)
        do throws(StoreError) {
            guard let next = try await store.read({ try $0.nextVisible(in: mailbox) }), next <= now else { return [] }
            return try await store.write { transaction in
                try transaction.deleteExpired(in: mailbox, now: now)
                return try transaction.take(
                    count, from: mailbox, isInSessions: policy.isInSessions, invisible: policy.lease, now: now)
            }
        } catch {
            invoker.log.function(function.name, .error, error.message)
            return nil
        }
    }

    private func nextLook(isFailing: Bool) async -> Date {
        let now = invoker.clock.now
        if isFailing { return now.addingTimeInterval(Self.pause) }
        let mailbox = mailbox
        let latest = now.addingTimeInterval(Self.pollInterval)
        guard let next = (try? await store.read { try $0.nextVisible(in: mailbox) }) ?? nil, next > now else {
            return latest
        }
        return min(next, latest)
    }

    private func process(_ messages: [StoredMessage], _ state: ListenerState) async {
        let spent = messages.filter { $0.dequeueCount > policy.maximumDeliveries }
        if !spent.isEmpty { await settle(spent, .failed, isStopping: false) }
        let fresh = messages.filter { $0.dequeueCount <= policy.maximumDeliveries }
        guard !fresh.isEmpty else { return }
        let mailbox = mailbox
        let acknowledge: Acknowledgement = { transaction in
            for message in fresh { try transaction.delete(message, from: mailbox) }
        }
        guard let input = await input(fresh) else {
            do throws(StoreError) {
                try await store.write(acknowledge)
            } catch {
                invoker.log.function(function.name, .error, error.message)
            }
            return
        }
        let outcome = await invoker.trigger(function, input, acknowledge: acknowledge)
        await settle(fresh, outcome, isStopping: state.isStopping || Task.isCancelled)
    }

    private func settle(_ messages: [StoredMessage], _ outcome: TriggerOutcome, isStopping: Bool) async {
        if case .succeeded = outcome { return }
        var hasRun = true
        if case .undelivered = outcome { hasRun = false }
        let (now, mailbox, policy) = (invoker.clock.now, mailbox, policy)
        // A host that stops takes the handler away from under the function, which is no fault of the message.
        let spent = hasRun && !isStopping ? messages.filter { $0.dequeueCount >= policy.maximumDeliveries } : []
        do throws(StoreError) {
            try await store.write { [hasRun] transaction in
                for message in messages {
                    if spent.contains(where: { $0.sequence == message.sequence }) {
                        try transaction.move(
                            message, from: mailbox, to: policy.deadLetters, properties: policy.deadLetterProperties,
                            now: now)
                    } else {
                        try transaction.release(
                            message, to: mailbox,
                            after: hasRun ? policy.retryDelay(message.dequeueCount) : .seconds(Self.pause),
                            counts: hasRun, now: now)
                    }
                }
            }
            for message in messages where !spent.contains(where: { $0.sequence == message.sequence }) {
                invoker.log.function(
                    function.name, .debug,
                    "Message '\(message.id)' of '\(mailbox.name)' is given back after delivery \(message.dequeueCount)."
                )
            }
            for _ in spent { invoker.log.function(function.name, .warning, policy.deadLetterLine) }
        } catch {
            invoker.log.function(function.name, .error, error.message)
        }
    }
}
