// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import Synchronization

/// Tells the first call from the others.
final class FailingOnce: Sendable {
    private let calls = Mutex(0)

    func isFirst() -> Bool {
        calls.withLock { calls in
            calls += 1
            return calls == 1
        }
    }
}
