// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import Hummingbird
import NIOCore
import ServiceLifecycle

/// A connection that a fault holds until its client leaves or the tenant shuts down.
struct FaultyConnection: Sendable {
    let request: Request
    let channel: any Channel
    let board: FaultBoard

    /// Runs for as long as the connection is open, then closes it.
    ///
    /// Whoever leaves closes the channel, and that ends the operation: its writes fail and its waits for the end return.
    func hold(_ operation: () async throws -> Void) async {
        board.connectionHeld(1)
        defer { board.connectionHeld(-1) }
        let channel = channel
        try? await withGracefulShutdownHandler {
            try await request.body.consumeWithInboundCloseHandler { _ in
                try await operation()
            } onInboundClosed: {
                channel.close(promise: nil)
            }
        } onGracefulShutdown: {
            channel.close(promise: nil)
        }
        await close()
    }

    /// Waits until the connection is closed from elsewhere.
    func end() async { try? await channel.closeFuture.get() }

    /// Closes the connection; what is written before has been handed to the operating system.
    func close() async { try? await channel.close().get() }
}
