// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import Synchronization

/// The generation that takes requests.
final class GenerationSlot: Sendable {
    private let current: Mutex<HostGeneration>

    init(_ generation: HostGeneration) {
        current = Mutex(generation)
    }

    /// The generation for a request, and the token that keeps it at work.
    func enter() -> (HostGeneration, WorkToken) {
        current.withLock { ($0, WorkToken($0.work)) }
    }

    /// Puts another generation in; requests that have entered stay with theirs.
    func replace(by next: HostGeneration) { current.withLock { $0 = next } }
}
