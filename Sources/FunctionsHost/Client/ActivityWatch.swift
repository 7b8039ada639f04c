// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import NIOCore
import Synchronization

/// Closes a connection when nothing has happened on it for a while, in either direction.
final class ActivityWatch: Sendable {
    private struct State {
        var last = NIODeadline.now()
        var isOver = false
    }

    private let idleTime: TimeAmount
    private let eventLoop: any EventLoop
    private let onIdle: @Sendable () -> Void
    private let state = Mutex(State())

    /// - Parameters:
    ///   - idleTime: How long nothing may happen.
    ///   - eventLoop: Where to watch.
    ///   - onIdle: What to do then.
    init(idleTime: TimeAmount, on eventLoop: any EventLoop, onIdle: @escaping @Sendable () -> Void) {
        self.idleTime = idleTime
        self.eventLoop = eventLoop
        self.onIdle = onIdle
        check(after: idleTime)
    }

    /// Something has happened.
    func touch() { state.withLock { $0.last = .now() } }

    /// Ends the watch.
    func cancel() { state.withLock { $0.isOver = true } }

    private func check(after time: TimeAmount) {
        eventLoop.scheduleTask(in: time) { [weak self] in
            guard let self else { return }
            let (isOver, rest) = self.state.withLock { ($0.isOver, $0.last + self.idleTime - .now()) }
            if isOver { return }
            if rest <= .zero { self.onIdle() } else { self.check(after: rest) }
        }
    }
}
