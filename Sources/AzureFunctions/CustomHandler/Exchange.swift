// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import NIOCore
import NIOHTTP1

/// A request with its answer, as its connection sees them.
final class Exchange {
    /// Tells it from the other exchanges of the connection: a task that was given up must not write into the next one.
    let serial: Int
    let head: RequestHead
    let route: RequestRoute
    let arrival: ContinuousClock.Instant
    /// When the task is cancelled; when it must have reacted, once it is.
    var deadline: NIODeadline?
    var isCancelled = false
    var stream: RequestStream?
    var task: Task<Void, Never>?
    /// The client waits for `100 Continue`, which it gets when the function wants the body.
    var awaitsContinue = false
    var isRequestComplete = false
    var isAnswerBegun = false
    /// Whether the streamed answer comes in chunks.
    var isChunked = false
    /// Bytes that an announced length leaves for a streamed answer.
    var remainingLength: Int?
    /// Of a streamed exchange: the last time that something moved, and what is on its way out.
    var lastMove: NIODeadline
    var pendingWrites = 0

    init(serial: Int, head: RequestHead, route: RequestRoute, arrival: ContinuousClock.Instant, lastMove: NIODeadline) {
        self.serial = serial
        self.head = head
        self.route = route
        self.arrival = arrival
        self.lastMove = lastMove
    }

    /// Whether the connection cannot serve another request.
    ///
    /// What follows `Upgrade` or CONNECT might not be HTTP.
    var endsConnection: Bool {
        !head.isKeepAlive || !isRequestComplete || head.method == .CONNECT || head.asksForUpgrade
    }

    /// Whether the client understands chunks; HTTP/1.0 has no other end of a body than that of the connection.
    var allowsChunks: Bool { head.minorVersion >= 1 }

    /// Whether a streamed exchange waits for the client.
    var awaitsClient: Bool { pendingWrites > 0 || (stream != nil && !isRequestComplete) }
}
