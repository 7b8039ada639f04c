// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
import StrictJSON

/// What a `serviceBusTrigger` gives to its function (host contract §7.7).
struct ServiceBusTrigger: Sendable {
    let mailbox: Mailbox
    /// Nil for a queue.
    let topic: (name: String, subscription: String)?
    let binding: FunctionBinding

    /// Nil when the binding names neither a queue nor a topic with its subscription.
    init?(_ binding: FunctionBinding) {
        self.binding = binding
        if let queue = binding.text("queueName") {
            mailbox = .bus(queue)
            topic = nil
        } else if let name = binding.text("topicName"), let subscription = binding.text("subscriptionName") {
            mailbox = .subscription(subscription, of: name)
            topic = (name, subscription)
        } else {
            return nil
        }
    }

    func input(_ messages: [StoredMessage]) -> TriggerInput {
        guard TriggerValue.isMany(binding) else {
            return messages.first.map(one) ?? TriggerInput(data: .null, reason: "(null)")
        }
        var metadata = BindingData()
        let members = messages.map { ServiceBusMetadata.members($0, isMany: true) }
        for name in ServiceBusMetadata.names {
            metadata.set(name + "Array", WireValue.encode(.array(members.map { $0[name] ?? .null })))
        }
        var input = TriggerInput(data: .null, metadata: metadata, reason: "(null)")
        input.details = "MessageIdArray: \(messages.map(\.id).joined(separator: ",")), Count: \(messages.count)"
        do throws(InvocationFailure) {
            input.data = try TriggerValue.many(messages.map(\.body), binding)
        } catch {
            input.failure = error
        }
        return input
    }

    private func one(_ message: StoredMessage) -> TriggerInput {
        var metadata = BindingData()
        for member in ServiceBusMetadata.members(message, isMany: false) where !member.value.isNull {
            // Dates are on the wire already.
            metadata.set(
                member.name,
                ServiceBusMetadata.dates.contains(member.name) ? member.value : WireValue.encode(member.value))
        }
        metadata.overlay(message.body)
        return TriggerInput(
            data: TriggerValue.one(message.body, binding), metadata: metadata, reason: "(null)",
            details: "MessageId: \(message.id), SequenceNumber: \(message.sequence), DeliveryCount: "
                + "\(message.dequeueCount), EnqueuedTimeUtc: \(HostDate.seconds(message.inserted)), LockedUntilUtc: "
                + "\(HostDate.seconds(message.nextVisible)), SessionId: \(message.session ?? "(null)")")
    }

    func listener(
        _ function: FunctionMetadata, settings: ServiceBusSettings, invoker: Invoker, store: LocalStore
    ) -> MailboxListener {
        let isInSessions = binding.flag("isSessionsEnabled") ?? false
        let isMany = TriggerValue.isMany(binding)
        let calls = isInSessions ? settings.maxConcurrentSessions : settings.maxConcurrentCalls
        return MailboxListener(
            function: function, mailbox: mailbox,
            policy: MailboxPolicy(
                batchSize: isMany ? settings.maxMessageBatchSize : calls,
                newBatchThreshold: isMany ? 0 : calls - 1,
                maximumRunning: isMany ? settings.maxMessageBatchSize : calls,
                messagesPerInvocation: isMany ? settings.maxMessageBatchSize : 1,
                maximumDeliveries: ServiceBusSettings.maxDeliveryCount, retryDelay: { _ in .zero },
                lease: invoker.lease, isInSessions: isInSessions, deadLetters: mailbox.deadLetters,
                deadLetterProperties: [
                    "deadLetterReason": "MaxDeliveryCountExceeded",
                    "deadLetterErrorDescription":
                        "Message could not be consumed after 10 delivery attempts.",
                    "deadLetterSource": .string(mailbox.name),
                ],
                deadLetterLine: "Message could not be consumed after \(ServiceBusSettings.maxDeliveryCount) delivery "
                    + "attempts. It is in '\(mailbox.deadLetters.name)'."),
            invoker: invoker, store: store, input: input)
    }
}
