// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

package import Logging

/// What all connections of a server share.
package final class ConnectionServices: Sendable {
    let dispatcher: Dispatcher
    let gate: InvocationGate
    /// In development only.
    let watch: BlockingWatch?
    let limits: ConnectionLimits
    let logger: Logger

    package init(
        dispatcher: Dispatcher, gate: InvocationGate, watch: BlockingWatch? = nil, limits: ConnectionLimits,
        logger: Logger
    ) {
        self.dispatcher = dispatcher
        self.gate = gate
        self.watch = watch
        self.limits = limits
        self.logger = logger
    }
}
