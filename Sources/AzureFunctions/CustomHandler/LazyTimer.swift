// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import NIOCore

/// A deadline that moves with every request and is hardly ever reached.
///
/// Moving it later costs no task on the event loop: the one that is scheduled looks when it fires.
struct LazyTimer {
    private(set) var due: NIODeadline?
    private var scheduled: (task: Scheduled<Void>, time: NIODeadline)?

    /// Moves the deadline.
    ///
    /// - Parameters:
    ///   - due: The deadline.
    ///   - eventLoop: The timer's only event loop.
    ///   - onFire: Called there at some time, before or after the deadline; it asks ``isDue(_:on:onFire:)``.
    mutating func set(_ due: NIODeadline, on eventLoop: any EventLoop, onFire: @escaping @Sendable () -> Void) {
        self.due = due
        if let scheduled {
            guard due < scheduled.time else { return }
            scheduled.task.cancel()
        }
        scheduled = (eventLoop.scheduleTask(deadline: due, onFire), due)
    }

    /// Whether the deadline is reached; call it when the timer fires.
    mutating func isDue(_ now: NIODeadline, on eventLoop: any EventLoop, onFire: @escaping @Sendable () -> Void) -> Bool
    {
        scheduled = nil
        guard let due else { return false }
        guard due > now else {
            self.due = nil
            return true
        }
        scheduled = (eventLoop.scheduleTask(deadline: due, onFire), due)
        return false
    }

    /// There is no deadline for now.
    mutating func clear() { due = nil }

    /// There is no deadline any more.
    mutating func cancel() {
        due = nil
        scheduled?.task.cancel()
        scheduled = nil
    }
}
