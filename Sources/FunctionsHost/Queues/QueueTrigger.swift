// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
import StrictJSON

/// What a `queueTrigger` gives to its function (host contract §7.5).
struct QueueTrigger: Sendable {
    let queue: String
    let binding: FunctionBinding

    func input(_ message: StoredMessage) -> TriggerInput {
        var metadata = BindingData()
        metadata.set("QueueTrigger", WireValue.encode(.string(message.text)))
        metadata.set("DequeueCount", WireValue.encode(.integer(Int64(message.dequeueCount))))
        metadata.set("ExpirationTime", .string(HostDate.seconds(message.expires)))
        metadata.set("Id", WireValue.encode(.string(message.id)))
        metadata.set("InsertionTime", .string(HostDate.seconds(message.inserted)))
        metadata.set("NextVisibleTime", .string(HostDate.seconds(message.nextVisible)))
        metadata.set("PopReceipt", WireValue.encode(.string(message.receipt)))
        metadata.overlay(message.body)
        return TriggerInput(
            data: TriggerValue.one(message.body, binding), metadata: metadata,
            reason: "New queue message detected on '\(queue)'.",
            details: "MessageId: \(message.id), DequeueCount: \(message.dequeueCount), "
                + "InsertionTime: \(HostDate.seconds(message.inserted))")
    }

    func listener(
        _ function: FunctionMetadata, settings: QueueSettings, invoker: Invoker, store: LocalStore
    ) -> MailboxListener {
        let poison = queue + "-poison"
        return MailboxListener(
            function: function, mailbox: .queue(queue),
            policy: MailboxPolicy(
                batchSize: settings.batchSize, newBatchThreshold: settings.newBatchThreshold,
                maximumRunning: settings.batchSize + settings.newBatchThreshold,
                maximumDeliveries: settings.maxDequeueCount, retryDelay: { _ in settings.visibilityTimeout },
                lease: invoker.lease, deadLetters: .queue(poison),
                deadLetterLine: "Message has reached MaxDequeueCount of \(settings.maxDequeueCount). Moving message to "
                    + "queue '\(poison)'."),
            invoker: invoker, store: store
        ) { messages in messages.first.map(input) }
    }
}
