// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import Logging

/// What all connections of a server share.
struct ConnectionServices: Sendable {
    let dispatcher: Dispatcher
    let gate: InvocationGate
    /// In development only.
    let watch: BlockingWatch?
    let limits: ConnectionLimits
    let logger: Logger
}
