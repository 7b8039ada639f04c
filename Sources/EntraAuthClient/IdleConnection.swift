// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import NIOCore
import Synchronization

/// The connection of the last fetch, kept for a moment: keys are asked for right after the metadata, as a rule from the
/// same server, and a second handshake would double the wait for the first token.
final class IdleConnection: Sendable {
    private let time: TimeAmount
    private let kept = Mutex<(channel: any Channel, origin: String)?>(nil)

    init(time: TimeAmount) {
        self.time = time
    }

    /// A connection to this origin, which then belongs to the caller.
    func take(_ origin: String) -> (any Channel)? {
        kept.withLock { kept in
            guard let found = kept, found.origin == origin, found.channel.isActive else { return nil }
            kept = nil
            return found.channel
        }
    }

    /// Keeps a connection in place of another one.
    func put(_ channel: any Channel, _ origin: String) {
        let previous = kept.withLock { kept in
            defer { kept = (channel, origin) }
            return kept?.channel
        }
        previous?.close(promise: nil)
        let expiry = channel.eventLoop.scheduleTask(in: time) { [weak self] in self?.drop(channel) }
        channel.closeFuture.whenComplete { [weak self] _ in
            expiry.cancel()
            self?.drop(channel)
        }
    }

    private func drop(_ channel: any Channel) {
        let isKept = kept.withLock { kept in
            guard kept?.channel === channel else { return false }
            kept = nil
            return true
        }
        if isKept { channel.close(promise: nil) }
    }

    deinit {
        kept.withLock { $0?.channel }?.close(promise: nil)
    }
}
