// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import Synchronization

/// Keeps the folders of the app that runs and of the one before, which may still be ending.
final class StageKeeper: Sendable {
    private let stages = Mutex<[Stage]>([])

    /// Adds the latest.
    func add(_ stage: Stage) {
        let old = stages.withLock { stages in
            stages.append(stage)
            return stages.count > 2 ? stages.removeFirst() : nil
        }
        old?.remove()
    }

    /// Removes all of them.
    func removeAll() {
        for stage in stages.withLock({ $0 }) { stage.remove() }
    }
}
