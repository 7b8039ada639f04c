// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
import StrictJSON

/// What an `eventGridTrigger` gives to its function (host contract §7.9).
struct EventGridTrigger: Sendable {
    private static let delays = [10, 30, 60, 300, 600, 1_800, 3_600]
    private static let maximumDeliveries = 30

    let binding: FunctionBinding

    /// The input for events that are parsed already.
    func input(_ events: [JSONValue]) -> TriggerInput {
        if TriggerValue.isMany(binding) {
            return TriggerInput(data: WireValue.encode(.array(events)), reason: "(null)")
        }
        var input = TriggerInput(data: WireValue.encode(events.first ?? .null), reason: "(null)")
        if let data = events.first?["data"], !data.isNull { input.metadata.set("data", WireValue.encode(data)) }
        return input
    }

    func listener(_ function: FunctionMetadata, invoker: Invoker, store: LocalStore) -> MailboxListener {
        let mailbox = Mailbox.eventGrid(function.name)
        return MailboxListener(
            function: function, mailbox: mailbox,
            policy: MailboxPolicy(
                batchSize: 16, newBatchThreshold: 15, maximumRunning: 16, maximumDeliveries: Self.maximumDeliveries,
                retryDelay: { .seconds(Self.delays[min($0, Self.delays.count) - 1]) }, lease: invoker.lease,
                deadLetters: mailbox.deadLetters,
                deadLetterLine: "An event was delivered \(Self.maximumDeliveries) times in vain. It is in "
                    + "'\(mailbox.deadLetters.text)'."),
            invoker: invoker, store: store
        ) { messages in
            messages.first.flatMap { try? JSONValue(parsing: $0.body) }.map { input([$0]) }
        }
    }
}
