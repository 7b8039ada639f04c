// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// A queue of messages in the store, by what it stands in for.
struct Mailbox: Sendable, Hashable {
    /// Such as `queue/orders` or `bus/orders/$deadletterqueue`.
    let text: String

    private init(_ text: String) {
        self.text = text
    }

    init(stored text: String) {
        self.text = text
    }

    /// A storage queue.
    static func queue(_ name: String) -> Mailbox { Mailbox("queue/" + name) }

    /// A Service Bus queue; names have no case.
    static func bus(_ name: String) -> Mailbox { Mailbox("bus/" + name.lowercased()) }

    /// A subscription of a Service Bus topic.
    static func subscription(_ name: String, of topic: String) -> Mailbox {
        Mailbox("bus/\(topic.lowercased())/subscriptions/\(name.lowercased())")
    }

    /// Events on their way to an Event Grid function.
    static func eventGrid(_ function: String) -> Mailbox { Mailbox("eventgrid/" + function) }

    /// Blob versions on their way to a function.
    static func blobTrigger(_ function: String) -> Mailbox { Mailbox("blobs/" + function) }

    /// What follows the kind: the name that people use.
    var name: String { String(text.drop { $0 != "/" }.dropFirst()) }

    /// `queue`, `bus`, `eventgrid` or `blobs`.
    var kind: String { String(text.prefix { $0 != "/" }) }

    /// Where messages go that were delivered in vain too often.
    var deadLetters: Mailbox { Mailbox(text + "/$deadletterqueue") }
}
