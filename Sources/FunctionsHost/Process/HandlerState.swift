// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// Where the handler stands, in the words of the host's log (host contract §3.2).
enum HandlerState: String, Sendable {
    case initializing = "Initializing"
    case initialized = "Initialized"
    case restarting = "WorkerProcessRestarting"
}
