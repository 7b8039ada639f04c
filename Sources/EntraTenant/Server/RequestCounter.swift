// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import Synchronization

/// Counts the requests for the documents that clients are expected to cache.
final class RequestCounter: Sendable {
    private let counts = Mutex<[LocalTenant.Document: Int]>([:])

    func count(_ document: LocalTenant.Document) {
        counts.withLock { $0[document, default: 0] += 1 }
    }

    func value(_ document: LocalTenant.Document) -> Int {
        counts.withLock { $0[document, default: 0] }
    }
}
