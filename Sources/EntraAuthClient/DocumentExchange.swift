// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import EntraAuth
import NIOCore

/// One GET: what is asked for, and who waits for the answer.
struct DocumentExchange: Sendable {
    let address: DocumentAddress
    let limits: FetchLimits
    let promise: EventLoopPromise<FetchedDocument>
    /// Where the connection goes when it can serve another exchange.
    let idle: IdleConnection
}
