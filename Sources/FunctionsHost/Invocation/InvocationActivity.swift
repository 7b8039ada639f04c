// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import Synchronization

/// How many invocations are under way.
final class InvocationActivity: Sendable {
    private let value = Atomic(0)

    var count: Int { value.load(ordering: .relaxed) }

    func begin() { value.add(1, ordering: .relaxed) }

    func end() { value.subtract(1, ordering: .relaxed) }
}
