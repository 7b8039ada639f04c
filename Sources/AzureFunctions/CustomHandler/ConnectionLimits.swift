// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

package import NIOCore

/// What a connection may hold and how long it may stand still.
package struct ConnectionLimits: Sendable {
    /// A connection without request, or with half a head.
    ///
    /// Longer than the host keeps one in its pool, so that the two
    /// never meet half-way.
    package var idle = TimeAmount.minutes(5)
    /// A request whose body is collected, between two of its parts.
    package var stall = TimeAmount.seconds(30)
    /// A streamed request or answer in which nothing moves; the host's proxy gives up at the same time
    /// (host contract §4.4).
    package var streamStall = TimeAmount.seconds(240)
    /// After an answer that came before the end of the request: the rest is thrown away for so long, so that the client
    /// gets to read the answer.
    package var linger = TimeAmount.seconds(2)
    /// Bytes of a streamed request that wait for the function before the connection is read no more.
    package var highWaterMark = 256 << 10
    /// Bytes that may still wait when the connection is read again.
    package var lowWaterMark = 64 << 10

    package init() {}
}
