// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import Synchronization

/// What a server was asked.
final class RequestLog: Sendable {
    private let state = Mutex<[String]>([])

    private let opened = Mutex(0)

    var requests: [String] { state.withLock { $0 } }

    /// How many connections there were.
    var connections: Int { opened.withLock { $0 } }

    func open() { opened.withLock { $0 += 1 } }

    func append(_ request: String) { state.withLock { $0.append(request) } }
}
