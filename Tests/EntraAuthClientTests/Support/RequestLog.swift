// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import Synchronization

/// What a server was asked.
final class RequestLog: Sendable {
    private let state = Mutex<[String]>([])

    var requests: [String] { state.withLock { $0 } }

    func append(_ request: String) { state.withLock { $0.append(request) } }
}
