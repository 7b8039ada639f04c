// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// What clients of a SignalR hub do beside sending messages.
public enum SignalRConnectionEvent: String, Sendable, Hashable {
    /// A client has come.
    case connected
    /// A client has gone.
    case disconnected
}
