// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

public import FoundationEssentials

/// What the host knows about a message of a storage queue; nil for what it did not send.
public struct QueueMessageProperties: Sendable, Hashable {
    /// The message's id.
    public var id: String?
    /// How often the message was taken from the queue, this time included.
    public var dequeueCount: Int?
    /// When it was put into the queue.
    public var insertionTime: Date?
    /// When it is dropped.
    public var expirationTime: Date?
    /// When it comes again unless this invocation succeeds before.
    public var nextVisibleTime: Date?
    /// The receipt by which this taking is known to the queue.
    public var popReceipt: String?

    init(_ values: BindingValues) {
        // A member "id" of a JSON message may stand in for "Id".
        id = values["Id"]?.textIfPresent
        dequeueCount = values["DequeueCount"]?.integer
        insertionTime = values["InsertionTime"]?.date
        expirationTime = values["ExpirationTime"]?.date
        nextVisibleTime = values["NextVisibleTime"]?.date
        popReceipt = values["PopReceipt"]?.textIfPresent
    }
}
