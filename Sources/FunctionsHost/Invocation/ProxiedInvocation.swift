// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import Synchronization

/// A proxied invocation from its head to the end of its stream; who lets go of it early has broken it off.
final class ProxiedInvocation: Sendable {
    private let running: RunningInvocation
    private let activity: InvocationActivity
    private let isOver = Mutex(false)

    init(_ running: RunningInvocation, activity: InvocationActivity) {
        self.running = running
        self.activity = activity
        activity.begin()
    }

    deinit { failed("The client went away before the answer was complete.") }

    func succeeded() { end { running.succeeded() } }

    func failed(_ message: String) { end { running.failed(message) } }

    private func end(_ log: () -> Void) {
        let isFirst = isOver.withLock { isOver in
            defer { isOver = true }
            return !isOver
        }
        guard isFirst else { return }
        activity.end()
        log()
    }
}
