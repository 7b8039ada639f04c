// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import NIOCore
import Synchronization

/// The open connections of a server, so that its end reaches each of them.
final class ConnectionRegistry: Sendable {
    private struct State {
        var channels: [ObjectIdentifier: any Channel] = [:]
        var isQuiescing = false
        var drained: [EventLoopPromise<Void>] = []
    }

    private let state = Mutex(State())

    /// Notes a connection until it closes.
    func add(_ channel: any Channel) {
        let id = ObjectIdentifier(channel)
        let isQuiescing = state.withLock { state in
            state.channels[id] = channel
            return state.isQuiescing
        }
        channel.closeFuture.whenComplete { _ in self.remove(id) }
        if isQuiescing { Self.fire(ChannelShouldQuiesceEvent(), to: [channel]) }
    }

    /// Has idle connections closed, and busy ones after their answer.
    func quiesce() {
        let channels = state.withLock { state -> [any Channel] in
            guard !state.isQuiescing else { return [] }
            state.isQuiescing = true
            return Array(state.channels.values)
        }
        Self.fire(ChannelShouldQuiesceEvent(), to: channels)
    }

    /// Cancels what runs on any connection.
    func cancelInvocations() { Self.fire(CancelInvocationEvent(), to: channels) }

    /// Closes all connections.
    func close() { for channel in channels { channel.close(promise: nil) } }

    /// The promise is kept once no connection is open.
    func whenDrained(_ promise: EventLoopPromise<Void>) {
        let isDrained = state.withLock { state in
            if !state.channels.isEmpty { state.drained.append(promise) }
            return state.channels.isEmpty
        }
        if isDrained { promise.succeed() }
    }

    private var channels: [any Channel] { state.withLock { Array($0.channels.values) } }

    private func remove(_ id: ObjectIdentifier) {
        let promises = state.withLock { state -> [EventLoopPromise<Void>] in
            state.channels[id] = nil
            guard state.channels.isEmpty else { return [] }
            defer { state.drained = [] }
            return state.drained
        }
        for promise in promises { promise.succeed() }
    }

    private static func fire(_ event: any Sendable, to channels: [any Channel]) {
        for channel in channels {
            channel.eventLoop.execute { channel.pipeline.fireUserInboundEventTriggered(event) }
        }
    }
}

/// Ends the invocation that runs on a connection.
package struct CancelInvocationEvent: Sendable {
    package init() {}
}
