// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// What a Service Bus connection may do.
public enum AccessRights: String, Sendable, Hashable {
    /// Create and delete queues, topics and subscriptions, beside sending and receiving.
    case manage
    /// Receive only.
    case listen
}
