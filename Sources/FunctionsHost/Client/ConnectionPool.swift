// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import NIOCore
import Synchronization

/// Connections that wait for their next exchange, no longer than two seconds and no more than 32.
final class ConnectionPool: Sendable {
    private static let maximumCount = 32
    /// Shorter than any usual server's own limit, so that a connection is never used while the handler closes it.
    private static let maximumIdleTime = TimeAmount.seconds(2)

    private let idle = Mutex<[(connection: HandlerConnection, since: NIODeadline)]>([])

    /// The connection that was used last.
    ///
    /// - Parameter eventLoop: Where it must live; nil for anywhere.
    /// - Returns: The connection; nil when there is none.
    func take(on eventLoop: (any EventLoop)?) -> HandlerConnection? {
        idle.withLock { idle in
            idle.removeAll { entry in
                let isFit = entry.connection.isActive && entry.since + Self.maximumIdleTime > .now()
                if !isFit { entry.connection.close() }
                return !isFit
            }
            let index = idle.lastIndex { eventLoop == nil || $0.connection.eventLoop === eventLoop }
            return index.map { idle.remove(at: $0).connection }
        }
    }

    func put(_ connection: HandlerConnection) {
        let isKept = idle.withLock { idle in
            guard idle.count < Self.maximumCount else { return false }
            idle.append((connection, .now()))
            return true
        }
        if !isKept { connection.close() }
    }

    func closeAll() {
        for entry in idle.withLock({ idle in
            defer { idle.removeAll() }
            return idle
        }) {
            entry.connection.close()
        }
    }
}
